package dev.auricle.runtime;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.SampleSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a classifier says of a part of a sound.
 *
 * @param start in seconds
 * @param end in seconds
 * @param result as if the part were a sound of its own
 */
public record Stretch(double start, double end, Classification result) {
  /**
   * Cuts a sound into parts of equal length, the last one shorter, and classifies each by itself.
   *
   * @param source samples at the rate of the classifier's preparation
   * @param every length of a part in seconds
   * @throws IllegalArgumentException if that is not positive
   */
  public static List<Stretch> all(Classifier classifier, SampleSource source, double every) {
    if (!(every > 0)) {
      throw new IllegalArgumentException("every must be positive, found " + every);
    }
    int rate = classifier.bundle().preparation().sampleRate();
    float[] samples = new float[(int) Math.max(1, Math.round(every * rate))];
    List<Stretch> stretches = new ArrayList<>();
    long start = 0;
    for (int count = fill(source, samples); count > 0; count = fill(source, samples)) {
      Classification result =
          classifier.classify(new AudioClip(Arrays.copyOf(samples, count), rate));
      stretches.add(new Stretch(start / (double) rate, (start + count) / (double) rate, result));
      start += count;
    }
    return stretches;
  }

  /** Start, end and the most probable labels, for JSON. */
  public Map<String, Object> describe(int top) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("start", start);
    json.put("end", end);
    json.put("top", result.top(top));
    return json;
  }

  private static int fill(SampleSource source, float[] samples) {
    int filled = 0;
    while (filled < samples.length) {
      int count = source.read(samples, filled, samples.length - filled);
      if (count < 0) {
        break;
      }
      filled += count;
    }
    return filled;
  }
}

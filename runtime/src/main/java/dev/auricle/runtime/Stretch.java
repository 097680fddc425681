package dev.auricle.runtime;

import dev.auricle.audio.SampleSource;
import java.util.ArrayList;
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
  /** Stands in messages; nobody names a part of a sound. */
  private static final String NAME = "the stretch";

  /**
   * Cuts a sound into parts of equal length, the last one shorter, and classifies each by itself.
   * However long a part is, no more of it is held in memory than of a file.
   *
   * @param source samples at the rate of the classifier's preparation
   * @param every length of a part in seconds; one part takes all where the sound is no longer
   * @throws IllegalArgumentException if that is not positive
   */
  public static List<Stretch> all(Classifier classifier, SampleSource source, double every) {
    if (!(every > 0)) {
      throw new IllegalArgumentException("every must be positive, found " + every);
    }
    int rate = classifier.bundle().preparation().sampleRate();
    long length = Math.max(1, Math.round(every * rate));
    List<Stretch> stretches = new ArrayList<>();
    long start = 0;
    for (Part part = new Part(source, length); part.begins(); part = new Part(source, length)) {
      Classification result = classifier.classify(part, NAME);
      long end = start + part.given;
      stretches.add(new Stretch(start / (double) rate, end / (double) rate, result));
      start = end;
    }
    return stretches;
  }

  /** Start, end and the most probable labels, for JSON. */
  public Map<String, Object> describe(int top) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("start", start);
    json.put("end", end);
    json.put("top", Classification.described(result.top(top)));
    return json;
  }

  /** The next samples of a sound, so many at most. */
  private static final class Part implements SampleSource {
    private final SampleSource sound;
    private final long most;
    private final float[] first = new float[1];
    private boolean firstWaits;
    private long given;

    Part(SampleSource sound, long most) {
      this.sound = sound;
      this.most = most;
    }

    /** Whether there is any; to be asked before the rest is read. */
    boolean begins() {
      int count = 0;
      while (count == 0) {
        count = sound.read(first, 0, 1);
      }
      firstWaits = count > 0;
      return firstWaits;
    }

    @Override
    public int read(float[] buffer, int offset, int length) {
      if (given == most) {
        return -1;
      }
      int count = 1;
      if (firstWaits) {
        buffer[offset] = first[0];
        firstWaits = false;
      } else {
        count = sound.read(buffer, offset, (int) Math.min(length, most - given));
      }
      given += Math.max(0, count);
      return count;
    }
  }
}

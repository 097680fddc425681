package dev.auricle.network.export;

import dev.auricle.audio.AudioClip;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classification;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How far an exported graph's probabilities lie from the classifier's.
 *
 * @param clips compared
 * @param largest difference in any label's probability
 */
public record ExportCheck(int clips, double largest) {
  /** What is promised; more is worth a warning. */
  public static final double TOLERANCE = 1e-4;

  private static final double FREE_SECONDS = 2.3;
  private static final double[] LENGTHS = {1, 1.5, 0.6, 0.11};

  /**
   * Runs both on clips.
   *
   * @param graph what {@link ExportedGraph#of} made of the bundle
   * @param clips none longer than the classifier takes whole
   */
  public static ExportCheck run(Bundle bundle, byte[] graph, List<AudioClip> clips) {
    double largest = 0;
    int rate = bundle.preparation().sampleRate();
    try (Classifier classifier = Classifier.of(bundle, 1);
        OnnxModel exported = OnnxModel.load(graph, 1, ExportedGraph.WAVEFORM)) {
      for (AudioClip clip : clips) {
        if (clip.sampleRate() != rate) {
          throw new IllegalArgumentException(
              "clips must be at " + rate + " Hz, found " + clip.sampleRate());
        }
        float[] samples = clip.samples();
        float[] found = exported.predict(List.of(new Features(samples, samples.length)))[0];
        for (Classification.Scored scored : classifier.classify(clip).ranked()) {
          int label = bundle.labels().indexOf(scored.label());
          largest = Math.max(largest, Math.abs(found[label] - scored.probability()));
        }
      }
    }
    return new ExportCheck(clips.size(), largest);
  }

  /** Seeded sounds about as long as a bundle's clips: tones over noise between silences. */
  public static List<AudioClip> sounds(Bundle bundle) {
    Double fixed = bundle.preparation().seconds();
    double seconds = fixed == null ? FREE_SECONDS : fixed;
    int rate = bundle.preparation().sampleRate();
    List<AudioClip> sounds = new ArrayList<>();
    for (double times : LENGTHS) {
      Random random = new Random(sounds.size());
      float[] samples = new float[(int) Math.max(1, times * seconds * rate)];
      double hz = rate * (0.01 + 0.1 * random.nextDouble());
      int silence = samples.length / 10;
      for (int i = silence; i < samples.length - 2 * silence; i++) {
        double tone = Math.sin(2 * Math.PI * hz * i / rate * (1 + (double) i / samples.length));
        samples[i] = (float) (0.3 * tone + 0.03 * random.nextGaussian());
      }
      sounds.add(new AudioClip(samples, rate));
    }
    return sounds;
  }
}

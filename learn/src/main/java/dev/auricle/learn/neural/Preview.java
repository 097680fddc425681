package dev.auricle.learn.neural;

import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some training clips as a network will see them: plain, and as they are varied in the first
 * epochs, to the last value.
 *
 * @param sampleRate of the samples, in Hz
 * @param columns versions of each clip, the plain one included
 * @param shown clip by clip, each plain first
 */
public record Preview(int sampleRate, int columns, List<Shown> shown) {
  private static final double LEAST_SHARE = 0.005;

  /**
   * One version of a clip.
   *
   * @param clip its index among the training clips
   * @param epoch in which it looks so; 0 for the plain clip
   * @param features before they are standardised
   * @param shape of the features; the network may read a stretch of the clip
   * @param target a share for each label
   * @param samples that the features come from; null where only features are varied
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Shown(
      int clip,
      int epoch,
      float[] features,
      int[] shape,
      float[] target,
      float @Nullable [] samples) {

    /** Its labels, with their shares where it is mixed, such as {@code seven 70 %, two 30 %}. */
    public String title(List<String> labels) {
      List<String> words = new ArrayList<>();
      for (int k = 0; k < target.length; k++) {
        if (target[k] >= 1) {
          words.add(labels.get(k));
        } else if (target[k] > LEAST_SHARE) {
          words.add(String.format(Locale.ROOT, "%s %.0f %%", labels.get(k), 100 * target[k]));
        }
      }
      return String.join(", ", words);
    }
  }

  /**
   * Draws clips spread over the training clips.
   *
   * @param clips how many
   * @param epochs how many variations of each
   * @param seed the training's
   * @throws AuricleException if the recipe trains no network, which is shown nothing but features
   */
  public static Preview of(Trainer any, TrainingData data, int clips, int epochs, long seed) {
    NeuralTrainer trainer =
        NeuralTrainer.in(any)
            .orElseThrow(
                () ->
                    new AuricleException(
                        "this recipe trains no network: nothing is varied, and 'auricle features'"
                            + " writes what it reads"));
    int count = Math.min(clips, data.size());
    int[] chosen =
        IntStream.range(0, count).map(i -> (int) ((i + 0.5) * data.size() / count)).toArray();
    return new Preview(data.sampleRate(), epochs + 1, trainer.preview(data, chosen, epochs, seed));
  }
}

package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Crops;
import dev.auricle.network.Shape;

/**
 * How a network is trained: the {@code training} section of a recipe.
 *
 * @param epochs passes over the training clips; 0 chooses them by {@code presentations}
 * @param presentations clips shown in all where epochs are chosen, within {@code minEpochs} and
 *     {@code maxEpochs}
 * @param minEpochs least epochs chosen
 * @param maxEpochs most epochs chosen
 * @param batch clips in one step
 * @param optimizer what makes a step of a gradient
 * @param rate highest learning rate
 * @param momentum of {@link Optimizer.Kind#SGD}
 * @param weightDecay pull of weights towards zero, a share of the rate (AdamW) or added to the
 *     gradient (L2: Adam, SGD)
 * @param schedule how the rate moves
 * @param warmUp share of all steps in which the rate rises from near zero
 * @param labelSmoothing share of each target spread evenly over all labels
 * @param balanced whether rare labels weigh more, in inverse proportion to their clips
 * @param clip longest gradient, as a Euclidean norm; 0 for any
 * @param average decay of a running average of the weights, which becomes the model; 0 for none
 * @param patience epochs without a better validation loss before training stops and the best
 *     weights return; 0 trains to the end
 * @param watch whether a validation part is kept apart and scored after each epoch even where
 *     patience is 0: it shows over-fitting, and changes nothing
 * @param validation share of the training clips, cut by group, that is watched where no validation
 *     part is given
 * @param precision of the steps
 * @param crop share of a clip's length that the network reads at a time; a random stretch of each
 *     clip is trained on
 * @param testCrops stretches, evenly spread, whose mean probabilities the model gives; see {@link
 *     Crops}
 */
record TrainingSettings(
    int epochs,
    int presentations,
    int minEpochs,
    int maxEpochs,
    int batch,
    Optimizer.Kind optimizer,
    double rate,
    double momentum,
    double weightDecay,
    Schedule schedule,
    double warmUp,
    double labelSmoothing,
    boolean balanced,
    double clip,
    double average,
    int patience,
    boolean watch,
    double validation,
    Precision precision,
    double crop,
    int testCrops) {

  /** Reads the section and refuses keys it does not know. */
  static TrainingSettings from(Settings settings) {
    boolean chosen = settings.text("epochs", "auto").equals("auto");
    int asked = settings.integer("max-epochs", 0, 1, 100_000);
    int most = asked == 0 ? 10_000 : asked;
    int minEpochs = settings.integer("min-epochs", Math.min(15, most), 1, most);
    TrainingSettings read =
        new TrainingSettings(
            chosen ? 0 : settings.integer("epochs", 1, 1, 100_000),
            settings.integer("presentations", 40_000, 1, 1_000_000_000),
            minEpochs,
            asked == 0 ? Math.max(80, minEpochs) : asked,
            settings.integer("batch", 32, 2, 4096),
            settings.choice("optimizer", Optimizer.Kind.ADAMW),
            settings.number("rate", 0.003, 1e-7, 10),
            settings.number("momentum", 0.9, 0, 0.9999),
            settings.number("weight-decay", 0.01, 0, 10),
            settings.choice("schedule", Schedule.ONE_CYCLE),
            settings.number("warm-up", 0.1, 0, 0.9),
            settings.number("label-smoothing", 0, 0, 0.9),
            settings.flag("balanced", false),
            settings.number("clip", 0, 0, 1e6),
            settings.number("average", 0, 0, 0.99999),
            settings.integer("patience", 0, 0, 10_000),
            settings.flag("watch", false),
            settings.number("validation", 0.15, 0.01, 0.5),
            settings.choice("precision", Precision.FLOAT32),
            settings.number("crop", 1, 0.05, 1),
            settings.integer("test-crops", 1, 1, 50));
    settings.done();
    return read;
  }

  /** The stretches of clips whose features have that shape. */
  Crops crops(Shape clip) {
    int full = clip.axis(clip.rank() - 1);
    return new Crops(full, Math.max(1, (int) Math.round(crop * full)), testCrops);
  }

  /** True where a validation part is wanted. */
  boolean watches() {
    return watch || patience > 0;
  }

  /** Epochs for that many training clips. */
  int epochs(int clips) {
    if (epochs > 0) {
      return epochs;
    }
    return Math.max(minEpochs, Math.min(maxEpochs, Math.round((float) presentations / clips)));
  }
}

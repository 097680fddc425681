package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.learn.training.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The kinds of network that a recipe's {@code model.type} may name. */
public final class NeuralTrainers {
  private static final Map<String, Function<Settings, NetworkPlan>> PLANS = new LinkedHashMap<>();

  static {
    PLANS.put("cnn", CnnPlan::from);
    PLANS.put("residual", ResidualPlan::from);
    PLANS.put("crnn", RecurrentPlan::convolutional);
    PLANS.put("recurrent", RecurrentPlan::recurrent);
    PLANS.put("waveform", WaveformPlan::from);
    PLANS.put("dense", DensePlan::from);
    PLANS.put("pretrained", PretrainedPlan::from);
  }

  private NeuralTrainers() {}

  /** The kinds, in the order to show them. */
  public static List<String> types() {
    return List.copyOf(PLANS.keySet());
  }

  /**
   * Makes a trainer from a recipe.
   *
   * @param type one of {@link #types}
   * @param model the {@code model} section; the caller refuses keys that nobody read
   * @param recipe the whole recipe, whose {@code training} and {@code augmentation} are read here
   * @throws dev.auricle.signal.AuricleException naming the line of an unknown key or of a value out
   *     of range
   */
  public static Trainer of(String type, Settings model, Settings recipe) {
    Function<Settings, NetworkPlan> plan = PLANS.get(type);
    if (plan == null) {
      throw new IllegalArgumentException("no network '" + type + "'");
    }
    TrainingSettings training = TrainingSettings.from(recipe.sectionOrEmpty("training"));
    if (type.equals("dense") && (training.crop() < 1 || training.testCrops() > 1)) {
      throw recipe.error(
          "'training.crop' and 'test-crops' cut clips in time, and a dense network reads features"
              + " without it");
    }
    return new NeuralTrainer(
        plan.apply(model), training, Augmentation.from(recipe.sectionOrEmpty("augmentation")));
  }
}

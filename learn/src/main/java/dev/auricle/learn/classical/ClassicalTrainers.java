package dev.auricle.learn.classical;

import dev.auricle.learn.training.Settings;
import dev.auricle.learn.training.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The classical models by the names that recipes call them ({@code model: type: forest}). */
public final class ClassicalTrainers {
  private static final Map<String, Function<Settings, Learner>> MODELS = new LinkedHashMap<>();

  static {
    MODELS.put("logistic", ClassicalTrainers::logistic);
    MODELS.put("forest", s -> forest(s, TreeSettings.FOREST, true));
  }

  private ClassicalTrainers() {}

  /** The names. */
  public static List<String> types() {
    return List.copyOf(MODELS.keySet());
  }

  /**
   * A trainer with a recipe's settings.
   *
   * @param type one of {@link #types}
   * @param settings the recipe's {@code model} section; {@code type} is taken as read
   * @throws dev.auricle.signal.AuricleException if there is no such type, or a setting is unknown
   *     or out of range; names the line and what would do
   */
  public static Trainer of(String type, Settings settings) {
    Function<Settings, Learner> model = MODELS.get(type);
    if (model == null) {
      throw settings.error(
          "model type '" + type + "' is unknown; expected one of " + String.join(", ", types()));
    }
    settings.text("type", type);
    Learner learner = model.apply(settings);
    settings.done();
    return new ClassicalTrainer(type, learner);
  }

  private static LogisticLearner logistic(Settings settings) {
    return new LogisticLearner(
        settings.number("l2", 10, 1e-6, 1e9),
        settings.integer("max-iterations", 1000, 1, 1_000_000),
        settings.choice("class-weight", ClassWeight.NONE));
  }

  private static ForestLearner forest(Settings settings, TreeSettings tree, boolean bootstrap) {
    return new ForestLearner(
        settings.integer("trees", 500, 1, 100_000),
        settings.flag("bootstrap", bootstrap),
        tree.read(settings),
        settings.choice("class-weight", ClassWeight.NONE));
  }
}

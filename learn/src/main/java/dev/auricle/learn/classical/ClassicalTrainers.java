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
    MODELS.put("kernel", ClassicalTrainers::kernel);
    MODELS.put("forest", s -> forest(s, TreeSettings.FOREST, true, 500));
    MODELS.put(
        "extra-trees", s -> forest(s, TreeSettings.FOREST.randomThresholds(true), false, 500));
    MODELS.put("adaboost-tree", ClassicalTrainers::adaBoostTree);
    MODELS.put("adaboost-forest", ClassicalTrainers::adaBoostForest);
    MODELS.put("xgboost", ClassicalTrainers::xgBoost);
    MODELS.put("knn", s -> new KnnLearner(s.integer("neighbours", 10, 1, 10_000)));
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
    Learner learner = learner(type, settings);
    settings.done();
    return new ClassicalTrainer(type, learner);
  }

  private static Learner learner(String type, Settings settings) {
    Function<Settings, Learner> model = MODELS.get(type);
    if (model == null) {
      throw settings.error(
          "model type '" + type + "' is unknown; expected one of " + String.join(", ", types()));
    }
    settings.text("type", type);
    return model.apply(settings);
  }

  private static LogisticLearner logistic(Settings settings) {
    return new LogisticLearner(
        settings.number("l2", 10, 1e-6, 1e9),
        settings.integer("max-iterations", 1000, 1, 1_000_000),
        settings.choice("class-weight", ClassWeight.NONE));
  }

  private static KernelLearner kernel(Settings settings) {
    return new KernelLearner(
        settings.number("width", 0.3, 1e-6, 1e6),
        settings.number("ridge", 0.1, 1e-9, 1e6),
        settings.choice("class-weight", ClassWeight.NONE));
  }

  private static XgBoostLearner xgBoost(Settings settings) {
    return new XgBoostLearner(
        settings.integer("rounds", 300, 1, 100_000),
        settings.number("rate", 0.1, 1e-4, 1),
        settings.integer("max-depth", 4, 1, 100),
        settings.number("min-child", 1, 0, 1e6),
        settings.number("row-share", 0.8, 0.01, 1),
        settings.number("column-share", 0.3, 0.001, 1),
        settings.number("l2", 1, 0, 1e6),
        settings.number("gamma", 0, 0, 1e6),
        settings.integer("patience", 30, 0, 100_000),
        settings.choice("class-weight", ClassWeight.NONE));
  }

  private static AdaBoostLearner adaBoostTree(Settings settings) {
    ForestLearner tree =
        new ForestLearner(1, false, TreeSettings.FULL.maxDepth(8).read(settings), ClassWeight.NONE);
    return adaBoost(settings, tree, 200);
  }

  private static AdaBoostLearner adaBoostForest(Settings settings) {
    ForestLearner forest =
        new ForestLearner(
            settings.integer("trees", 30, 1, 4000),
            settings.flag("bootstrap", true),
            TreeSettings.FOREST.maxDepth(10).read(settings),
            ClassWeight.NONE);
    return adaBoost(settings, forest, 20);
  }

  private static AdaBoostLearner adaBoost(Settings settings, ForestLearner base, int rounds) {
    return new AdaBoostLearner(
        base,
        settings.integer("rounds", rounds, 1, 100_000),
        settings.number("rate", 1, 1e-6, 10),
        settings.choice("class-weight", ClassWeight.NONE));
  }

  private static ForestLearner forest(
      Settings settings, TreeSettings tree, boolean bootstrap, int trees) {
    return new ForestLearner(
        settings.integer("trees", trees, 1, 100_000),
        settings.flag("bootstrap", bootstrap),
        tree.read(settings),
        settings.choice("class-weight", ClassWeight.NONE));
  }
}

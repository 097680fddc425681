package dev.auricle.learn.recipe;

import dev.auricle.learn.classical.ClassicalTrainers;
import dev.auricle.learn.neural.NeuralTrainers;
import dev.auricle.learn.training.Settings;
import dev.auricle.learn.training.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of model that a recipe's {@code model.type} may name. */
final class ModelTypes {
  private static final Map<String, Factory> FACTORIES = new LinkedHashMap<>();

  static {
    for (String type : ClassicalTrainers.types()) {
      FACTORIES.put(type, (model, recipe) -> ClassicalTrainers.of(type, model));
    }
    for (String type : NeuralTrainers.types()) {
      FACTORIES.put(type, (model, recipe) -> NeuralTrainers.of(type, model, recipe));
    }
  }

  private ModelTypes() {}

  /** Makes a trainer from the recipe's sections. */
  private interface Factory {
    Trainer create(Settings model, Settings recipe);
  }

  static Trainer trainer(Settings model, Settings recipe) {
    String type = model.text("type", "");
    Factory factory = FACTORIES.get(type);
    if (factory == null) {
      throw model.error(
          "'model.type' is '"
              + type
              + "', expected one of "
              + String.join(", ", FACTORIES.keySet()));
    }
    return factory.create(model, recipe);
  }
}

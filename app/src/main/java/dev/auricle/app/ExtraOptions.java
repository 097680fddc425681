package dev.auricle.app;

import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.RecipeResult;
import picocli.CommandLine.Option;

/** What is measured beside the scores, where it was asked for. */
final class ExtraOptions {
  @Option(
      names = "--importance",
      description =
          "Also measure what the model loses on test clips without each group of columns "
              + "(permutation importance; front-end descriptors).")
  private boolean importance;

  @Option(
      names = "--optimism",
      description =
          "Also judge on clips dealt at random, groups torn apart: how much such a split "
              + "would have promised too much.")
  private boolean optimism;

  /** Before anything is judged. */
  Experiment prepare(Experiment experiment) {
    if (importance) {
      experiment.measureImportance();
    }
    return experiment;
  }

  /** After a recipe was judged. */
  RecipeResult complete(Experiment experiment, RecipeResult result) {
    return optimism ? experiment.withOptimism(result) : result;
  }
}

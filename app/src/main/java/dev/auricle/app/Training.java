package dev.auricle.app;

import dev.auricle.data.Protocol;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.Race;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.training.Device;
import dev.auricle.runtime.Bundle;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One recipe judged and its bundle written; it may be stopped, and goes on where it was. */
final class Training {
  private static final String ON = "; the same command with --resume goes on from there";

  private Training() {}

  /**
   * What came of it.
   *
   * @param comparison null where it was stopped before anything could be scored
   * @param message what a user must know who stopped it; empty if nobody did
   */
  record Outcome(@Nullable Comparison comparison, String message) {}

  /**
   * Judges the first recipe of a set-up.
   *
   * @param extras what is measured beside the scores
   * @param file for the bundle
   * @param device for networks
   * @param resume false to do everything anew
   */
  static Outcome run(Setup setup, ExtraOptions extras, Path file, Device device, boolean resume) {
    Recipe recipe = setup.recipes().get(0);
    try (Stop stop = new Stop();
        Progress progress = new Progress(setup.options().quiet);
        Experiment experiment = extras.prepare(setup.open(progress))) {
      experiment.device(device);
      Race race =
          new Race(experiment, Double.POSITIVE_INFINITY, !resume)
              .withBundles()
              .stopWhen(stop::asked);
      RecipeResult judged = race.judge(recipe);
      progress.close();
      if (judged == null) {
        return stopped(experiment, race.unfinished(recipe), file);
      }
      Bundle bundle = experiment.bundle(judged);
      progress.close();
      boolean refitted = experiment.protocol().kind() != Protocol.Kind.HOLDOUT;
      if (stop.asked() && refitted) {
        String said = "stopped while the judged recipe was fitted on all clips: no bundle yet" + ON;
        return new Outcome(null, said);
      }
      bundle.write(file);
      race.done(recipe);
      RecipeResult written =
          extras.complete(experiment, judged).writtenTo(file, file.toFile().length());
      return new Outcome(experiment.comparison(List.of(written)), "");
    }
  }

  private static Outcome stopped(Experiment experiment, @Nullable RecipeResult part, Path file) {
    if (part == null) {
      int folds = experiment.folds().size();
      String said = folds == 1 ? "" : " of " + folds + " folds; those that are done are kept";
      return new Outcome(null, "stopped before a score could be given" + said + ON);
    }
    int epochs = part.folds().get(0).curve().size();
    return new Outcome(
        experiment.comparison(List.of(Judging.write(experiment, part, file))),
        "stopped after " + epochs + " epochs: score and bundle are those of the best model" + ON);
  }
}

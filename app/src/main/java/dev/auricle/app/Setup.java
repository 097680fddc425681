package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.Stages;
import dev.auricle.learn.recipe.Recipe;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What every command that judges recipes begins with.
 *
 * @param dataset as it lies on disk
 * @param protocol how scores are obtained
 * @param recipes to judge
 * @param options of the run
 */
record Setup(Dataset dataset, Protocol protocol, List<Recipe> recipes, RunOptions options) {

  /**
   * Loads the recipes, whose mistakes are the quickest to find, then opens the data, and says so.
   */
  static Setup of(
      Supplier<Dataset> data,
      List<String> recipes,
      AnswerOptions answers,
      ProtocolOptions protocols,
      RunOptions options,
      @Nullable CommandSpec spec) {
    CommandLine command = Specs.commandLine(spec);
    List<Recipe> loaded =
        recipes.stream()
            .map(name -> answers.applied(RecipeOptions.load(name, command), name, command))
            .toList();
    requireOwnNames(loaded, command);
    Dataset found = data.get();
    Protocol protocol = protocols.resolve(found, options.seed);
    Dataset dataset = protocol.warned(found);
    Announcement.of(dataset, protocol, options);
    return new Setup(dataset, protocol, loaded, options);
  }

  /** Tables and bundles are named after recipes. */
  private static void requireOwnNames(List<Recipe> recipes, CommandLine command) {
    Set<String> names = new HashSet<>();
    for (Recipe recipe : recipes) {
      if (!names.add(recipe.name())) {
        throw new ParameterException(
            command,
            "two recipes are called " + recipe.name() + "; change the 'name' in one of the files");
      }
    }
  }

  /** Reads the clips, and says which cannot be read and what the audit found. */
  Experiment open(Stages stages) {
    Experiment experiment =
        Experiment.open(dataset, protocol, recipes.get(0), options.threads, stages);
    List<String> warnings = experiment.dataset().warnings();
    Announcement.warnings(warnings.subList(dataset.warnings().size(), warnings.size()));
    Announcement.warnings(experiment.findings());
    return experiment;
  }
}

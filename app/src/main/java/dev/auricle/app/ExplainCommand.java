package dev.auricle.app;

import dev.auricle.audio.AudioReader;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.learn.neural.NetworkExplanation;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.voting.VotingTrainer;
import dev.auricle.network.Shape;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle recipes explain}: a network's layers, and what training it takes here. */
@Command(
    name = "explain",
    description = "Shows a network's layers, its size, and what training it takes on this machine.",
    footer = {"", "Example:", "  auricle recipes explain cnn --data demo/digits"})
final class ExplainCommand implements Callable<Integer> {
  /** Clips looked at for their length. */
  private static final int PROBED = 200;

  private static final double LONGEST_BY_DEFAULT = 1;

  @Parameters(paramLabel = "RECIPE", description = "A built-in recipe or a YAML file.")
  private String recipe = "cnn";

  @Option(names = "--data", required = true, paramLabel = "DATA", description = "What to train on.")
  private Path data = Path.of("");

  @Mixin private DataOptions subset = new DataOptions();
  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Recipe loaded = RecipeOptions.load(recipe, Specs.commandLine(spec));
    Dataset dataset = subset.open(data);
    Double length = loaded.length().resolve(lengths(dataset));
    double seconds = length == null ? LONGEST_BY_DEFAULT : length;
    int samples = (int) Math.round(seconds * loaded.frontEnd().sampleRate());
    Shape input = Shape.of(loaded.frontEnd().shape(samples));
    int clips = dataset.examples().size();
    NetworkExplanation explanation =
        NetworkExplanation.of(
                loaded.trainer(), input, dataset.labels().size(), clips, options.threads)
            .orElseThrow(
                () ->
                    new AuricleException(
                        "recipe "
                            + loaded.name()
                            + " trains no network; try cnn, or see 'auricle recipes list'"));
    System.out.print(
        options.json ? Json.pretty(explanation) + "\n" : text(loaded, explanation, seconds, clips));
    return 0;
  }

  /** Lengths of clips spread over the dataset, as their headers say; trimming left out. */
  private static double[] lengths(Dataset dataset) {
    int count = dataset.examples().size();
    double[] seconds = new double[Math.min(PROBED, count)];
    for (int k = 0; k < seconds.length; k++) {
      Example example = dataset.examples().get((int) ((long) k * count / seconds.length));
      Double end = example.end();
      Double start = example.start();
      seconds[k] =
          end != null
              ? end - (start == null ? 0 : start)
              : Math.max(0.1, AudioReader.probe(example.path()).seconds());
    }
    return seconds;
  }

  private String text(Recipe loaded, NetworkExplanation explained, double seconds, int clips) {
    TextTable table = new TextTable("layer", "output", "parameters", "multiplications");
    table.add("(clips of " + seconds + " s)", explained.input().toString(), "", "");
    for (NetworkExplanation.Row row : explained.rows()) {
      table.add(
          row.name() + " " + row.layer(),
          row.output().toString(),
          row.parameters() == 0 ? "" : grouped(row.parameters()),
          row.multiplications() == 0 ? "" : grouped(row.multiplications()));
    }
    table.add("all", "", grouped(explained.parameters()), grouped(explained.multiplications()));
    return table
        + String.format(
            Locale.ROOT,
            "%n%s: %.1f MB of weights, %.0f MB while training%n%d epochs of %d clips: about %.1f"
                + " minutes a fit with %d threads (%.0f ms a step)%n",
            loaded.name(),
            explained.graphBytes() / 1e6,
            explained.activationBytes() * 2 / 1e6,
            explained.epochs(),
            clips,
            explained.seconds() / 60,
            options.threads,
            explained.stepMillis())
        + (loaded.trainer() instanceof VotingTrainer voting
            ? "This is the first network of %d models that vote.%n".formatted(voting.members())
            : "");
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}

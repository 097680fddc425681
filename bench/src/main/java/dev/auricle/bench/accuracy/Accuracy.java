package dev.auricle.bench.accuracy;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.data.Selection;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.learn.training.TrainingContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the table of results: {@code Accuracy DATA JOURNALS [ROW[=RECIPE]…]}, all rows by default.
 * Folds that the journal knows for the same recipe, seed and threads are not run again, and a fold
 * that was stopped goes on from its checkpoint beside the journal.
 */
public final class Accuracy {
  private static final long SEED = 42;

  private Accuracy() {}

  public static void main(String[] args) {
    Path data = Path.of(args[0]);
    Path journals = Path.of(args[1]);
    List<String> wanted = Arrays.asList(args).subList(2, args.length);
    int threads = Integer.getInteger("threads", 2);
    for (Row row : Row.ALL) {
      if (wanted.isEmpty()) {
        run(row, row.recipe(), data, journals, threads);
      }
      for (String word : wanted) {
        if (word.split("=", 2)[0].equals(row.name())) {
          String recipe = word.contains("=") ? word.split("=", 2)[1] : row.recipe();
          run(row, recipe, data, journals, threads);
        }
      }
    }
  }

  private static void run(Row row, String recipeName, Path data, Path journals, int threads) {
    Recipe recipe = Recipes.load(recipeName);
    String part = row.part();
    Selection selection = part == null ? Selection.ALL : Selection.of(List.of(), List.of(part));
    Dataset dataset = Layouts.open(data.resolve(row.data()), selection);
    Protocol protocol = Protocol.parse(row.protocol(), SEED);
    String foldBy = row.foldBy();
    if (foldBy != null) {
      protocol = protocol.withFoldBy(foldBy);
    }
    Journal journal = new Journal(journals.resolve(row.name() + ".jsonl"));
    int settings = recipe.yaml().hashCode();
    try (Experiment experiment =
        Experiment.open(dataset, protocol, recipe, threads, Accuracy::announce)) {
      experiment.interruptible(() -> false, journals.resolve("checkpoints-" + row.name()));
      Totals totals = new Totals();
      for (int f = 0; f < experiment.folds().size(); f++) {
        String key = recipe.name() + " " + Integer.toHexString(settings) + " " + threads + " " + f;
        if (!journal.knows(key)) {
          long start = System.nanoTime();
          FoldResult result = experiment.judge(recipe, f).result();
          journal.add(key, result, (System.nanoTime() - start) / 1e9);
        }
        totals.add(journal.get(key));
        System.out.println(row.name() + " " + recipe.name() + " " + totals.line());
      }
    }
  }

  private static TrainingContext.Progress announce(String stage) {
    System.err.println(stage);
    return (done, total, message) -> {
      if (done % Math.max(1, total / 20) == 0) {
        System.err.println("  " + done + "/" + total + " " + message);
      }
    };
  }

  /** Sums over folds. */
  private static final class Totals {
    private int folds;
    private double hits;
    private double clips;
    private double train;
    private double seconds;
    private Object details = "";

    void add(Map<?, ?> entry) {
      double tested = number(entry, "testClips");
      folds++;
      clips += tested;
      hits += Math.rint(number(entry, "accuracy") * tested);
      train += number(entry, "trainAccuracy");
      seconds += number(entry, "seconds");
      Object found = entry.get("details");
      details = found == null ? "" : found;
    }

    private static double number(Map<?, ?> entry, String key) {
      return entry.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%d folds: %.0f of %.0f = %.2f %%, train %.2f %%, %.1f min, %s",
          folds,
          hits,
          clips,
          100 * hits / clips,
          100 * train / folds,
          seconds / 60,
          details);
    }
  }
}

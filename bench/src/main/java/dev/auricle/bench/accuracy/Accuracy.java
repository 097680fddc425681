package dev.auricle.bench.accuracy;

import com.sun.management.OperatingSystemMXBean;
import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.JudgedFold;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.learn.training.TrainingContext;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * Fills the table of results: {@code Accuracy DATA JOURNALS ROW[=RECIPE][@FOLDS]…}, folds counted
 * from 1 and parted by commas, all by default.
 *
 * <p>Folds that the journal knows for the same recipe and threads are not run again, and a fold
 * that was stopped goes on from its checkpoint beside the journal. The system property {@code
 * minutes} ends a run after that time: run the same command again until it says so no more. With
 * {@code -Dinner=true} the outer test folds stay untouched: each fold's own training part is cut in
 * two, which is how settings are chosen. {@code -Dthreads=2} is the default.
 */
public final class Accuracy {
  private final Path data;
  private final Path journals;
  private final int threads = Integer.getInteger("threads", 2);
  private final boolean inner = Boolean.getBoolean("inner");
  private final long deadline =
      System.nanoTime() + 60_000_000_000L * Integer.getInteger("minutes", 1_000_000);

  private Accuracy(Path data, Path journals) {
    this.data = data;
    this.journals = journals;
  }

  public static void main(String[] args) {
    Accuracy accuracy = new Accuracy(Path.of(args[0]), Path.of(args[1]));
    for (String words : List.of(args).subList(2, args.length)) {
      accuracy.run(Task.parse(words, Row.FIXED));
    }
  }

  private boolean late() {
    return System.nanoTime() > deadline;
  }

  private void run(Task task) {
    Row row = task.row();
    Recipe recipe = Recipes.load(task.recipe());
    Journal journal = new Journal(journals.resolve(row.name() + ".jsonl"));
    Protocol protocol = row.protocol();
    Totals totals = new Totals(protocol);
    try (Experiment experiment =
        Experiment.open(row.dataset(data), protocol, recipe, threads, Accuracy::announce)) {
      experiment.interruptible(this::late, journals.resolve("checkpoints-" + row.name()));
      for (int f : task.folds(experiment.folds().size())) {
        String key = key(recipe, f);
        if (!journal.knows(key) && !run(experiment, recipe, f, journal, key)) {
          System.out.println(row.name() + " stopped in fold " + (f + 1) + ": run it again");
          return;
        }
        totals.add(journal.get(key));
        System.out.println(row.name() + " " + recipe.name() + " " + totals.line());
      }
    }
  }

  /** False where time was up before the fold was done. */
  private boolean run(Experiment experiment, Recipe recipe, int f, Journal journal, String key) {
    if (late()) {
      return false;
    }
    long start = processorNanos();
    Fold outer = experiment.folds().get(f);
    Fold fold = inner ? Inner.of(outer, experiment.dataset(), f) : outer;
    JudgedFold judged = experiment.judge(recipe, fold, f);
    double seconds = (processorNanos() - start) / 1e9;
    if (late()) {
      journal.stopped(key, seconds);
      return false;
    }
    journal.add(key, judged, seconds);
    return true;
  }

  private String key(Recipe recipe, int f) {
    String settings = Integer.toHexString(recipe.yaml().hashCode());
    return (inner ? "inner " : "") + recipe.name() + " " + settings + " " + threads + " " + f;
  }

  private static TrainingContext.Progress announce(String stage) {
    System.err.println(stage);
    return (done, total, message) -> {
      if (done % Math.max(1, total / 20) == 0) {
        System.err.println("  " + done + "/" + total + " " + message);
      }
    };
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}

package dev.auricle.app;

import dev.auricle.learn.experiment.Stages;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.tuning.Trial;
import dev.auricle.learn.tuning.Tuning;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * A search as it goes on, on standard error: on a terminal a table of the best trials, drawn anew
 * after each; a line a trial elsewhere.
 */
final class TuneProgress implements Stages, Tuning.Progress, AutoCloseable {
  private static final String UP_AND_CLEAR = "\u001b[%dA\u001b[J";

  private static final int WIDTH = 79;
  private static final int SHOWN = 5;

  private final PrintStream err = System.err;
  private final String metric;
  private final boolean quiet;
  private final boolean terminal = Boolean.getBoolean("auricle.terminal");
  private final Progress reading;
  private boolean searching;
  private int drawn;

  TuneProgress(String metric, boolean quiet) {
    this.metric = metric;
    this.quiet = quiet;
    this.reading = new Progress(quiet);
  }

  /** Reading and features show as ever; a trial's own training would drown the table. */
  @Override
  public synchronized TrainingContext.Progress enter(String stage) {
    return searching || stage.startsWith("training")
        ? TrainingContext.Progress.NONE
        : reading.enter(stage);
  }

  @Override
  public synchronized void finished(String search, int planned, Trial trial, List<Trial> ranked) {
    if (quiet) {
      return;
    }
    if (!searching) {
      reading.close();
      searching = true;
    }
    String head = "%s: %d of %d".formatted(search, ranked.size(), planned);
    if (terminal) {
      draw(head, ranked, ranked.size() == planned);
    } else {
      err.printf(
          Locale.ROOT,
          "%s  %s %.4f ± %.4f  best %.4f  %s%n",
          head,
          metric,
          trial.score(),
          trial.spread(),
          ranked.get(0).score(),
          trial.values());
    }
  }

  /** The head and the best trials, over what was drawn before. */
  private void draw(String head, List<Trial> ranked, boolean last) {
    StringBuilder text = new StringBuilder();
    text.append(cut(head + " by " + metric)).append(cut("  score   ±            s  settings"));
    for (Trial trial : ranked.subList(0, Math.min(SHOWN, ranked.size()))) {
      text.append(
          cut(
              String.format(
                  Locale.ROOT,
                  "  %.4f  %.4f  %6.1f  %s",
                  trial.score(),
                  trial.spread(),
                  trial.seconds(),
                  trial.values())));
    }
    if (drawn > 0) {
      err.printf(UP_AND_CLEAR, drawn);
    }
    err.print(text);
    drawn = last ? 0 : (int) text.toString().lines().count();
  }

  /** A line that no terminal wraps, for a wrapped one would stay when the table is drawn anew. */
  private static String cut(String line) {
    return (line.length() < WIDTH ? line : line.substring(0, WIDTH - 1) + "…") + "\n";
  }

  @Override
  public void close() {
    reading.close();
  }
}

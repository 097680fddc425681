package dev.auricle.app;

import dev.auricle.learn.experiment.Stages;
import dev.auricle.learn.training.TrainingContext;
import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Progress on standard error: a bar on a terminal, a line per stage elsewhere. The launcher says by
 * the system property {@code auricle.terminal} whether standard error is a terminal.
 */
final class Progress implements Stages, AutoCloseable {
  private final PrintStream err = System.err;
  private final boolean quiet;
  private final boolean terminal = Boolean.getBoolean("auricle.terminal");
  private @Nullable ProgressBar bar;
  private @Nullable String stage;
  private long started;

  Progress(boolean quiet) {
    this.quiet = quiet;
  }

  @Override
  public TrainingContext.Progress enter(String name) {
    close();
    if (quiet) {
      return TrainingContext.Progress.NONE;
    }
    stage = name;
    started = System.nanoTime();
    if (!terminal) {
      return new Lines(name);
    }
    ProgressBar shown =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(-1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .clearDisplayOnFinish()
            .build();
    bar = shown;
    return (done, total, message) -> {
      shown.maxHint(total);
      shown.stepTo(done);
      shown.setExtraMessage(message);
    };
  }

  /** Ends the stage that is shown. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
    if (stage != null) {
      err.printf(Locale.ROOT, "%s: %.1f s%n", stage, (System.nanoTime() - started) / 1e9);
      stage = null;
    }
  }

  /** A line at once and then now and then, so that a log shows that a long stage goes on. */
  private final class Lines implements TrainingContext.Progress {
    private static final long NANOS_BETWEEN = 15_000_000_000L;

    private final String name;
    private long last = System.nanoTime();

    Lines(String name) {
      this.name = name;
    }

    @Override
    public synchronized void step(int done, int total, String message) {
      boolean first = done == 1 && !message.isEmpty();
      if (first || System.nanoTime() - last > NANOS_BETWEEN) {
        last = System.nanoTime();
        err.printf("%s: %d of %d, %s left  %s%n", name, done, total, left(done, total), message);
      }
    }

    /** The time that is left if it goes on as it went so far. */
    private String left(int done, int total) {
      double seconds = (last - started) / 1e9 / done * (total - done);
      return seconds < 90
          ? String.format(Locale.ROOT, "%.0f s", seconds)
          : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }
  }
}

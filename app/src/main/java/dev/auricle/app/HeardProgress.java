package dev.auricle.app;

import dev.auricle.audio.AudioReader;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Progress over sounds: by the seconds that were heard where there are few and their headers state
 * how long they are, else by files. Thread-safe.
 */
final class HeardProgress {
  /** Of more files, one alone is no long wait; and reading their headers would be one. */
  private static final int FEW = 20;

  private final TrainingContext.Progress shown;
  private final long started = System.nanoTime();
  private final int files;
  private final int total;
  private int done;
  private double heard;
  private int told;

  /**
   * Progress of a stage.
   *
   * @param files that are still to be heard
   * @param seconds they last, by {@link #seconds}; 0 counts files
   * @param before files done in an earlier run
   */
  HeardProgress(TrainingContext.Progress shown, int files, int seconds, int before) {
    this.shown = shown;
    this.files = files + before;
    this.total = seconds;
    this.done = before;
  }

  /** Whole seconds that a few sounds last together; 0 where there are many, or one does not say. */
  static int seconds(List<Path> files) {
    double sum = 0;
    for (Path file : files.size() > FEW ? List.<Path>of() : files) {
      double seconds = stated(file);
      if (seconds < 0) {
        return 0;
      }
      sum += seconds;
    }
    return (int) sum;
  }

  private static double stated(Path file) {
    try {
      return file.toString().equals("-") ? -1 : Math.max(-1, AudioReader.probe(file).seconds());
    } catch (AuricleException e) {
      return 0; // What reads it says why; it takes no time.
    }
  }

  /** Some seconds more were heard, of any of the sounds. */
  synchronized void heard(double seconds) {
    heard += seconds;
    if (total > 0 && (int) heard > told) {
      told = (int) heard;
      shown.step(Math.min(told, total), total, speed());
    }
  }

  /** One more file is done. */
  synchronized void fileDone() {
    done++;
    if (total == 0) {
      shown.step(done, files, speed());
    }
  }

  private String speed() {
    double took = (System.nanoTime() - started) / 1e9;
    return String.format(Locale.ROOT, "%.0f x real time", heard / took);
  }
}

package dev.auricle.app;

import dev.auricle.audio.fetch.DownloadProgress;
import dev.auricle.learn.training.TrainingContext;
import org.jspecify.annotations.Nullable;

/** A download as a stage of progress, counted in kilobytes; entered when the first bytes come. */
final class DownloadBar implements DownloadProgress {
  private static final int KILOBYTE = 1000;

  private final Progress progress;
  private final String name;
  private TrainingContext.@Nullable Progress stage;

  DownloadBar(Progress progress, String name) {
    this.progress = progress;
    this.name = name;
  }

  @Override
  public void at(long done, long total) {
    TrainingContext.Progress entered = stage;
    if (entered == null) {
      entered = progress.enter("fetching " + name);
      stage = entered;
    }
    entered.step((int) (done / KILOBYTE), (int) (Math.max(done, total) / KILOBYTE), "kB");
  }

  @Override
  public void note(String line) {
    System.err.println("auricle: " + name + ": " + line);
  }
}

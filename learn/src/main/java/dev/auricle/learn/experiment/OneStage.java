package dev.auricle.learn.experiment;

import dev.auricle.learn.training.TrainingContext.Progress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits that run side by side, heard as one stage; it begins when the first of them does. */
final class OneStage {
  private final Stages stages;
  private final String name;
  private final int fits;
  private final List<Share> begun = new ArrayList<>();
  private @Nullable Progress whole;

  /**
   * A stage that has not begun.
   *
   * @param fits that it will hold, all told
   */
  OneStage(Stages stages, String name, int fits) {
    this.stages = stages;
    this.name = name;
    this.fits = fits;
  }

  /** What one of the fits tells of its steps. */
  Stages of(String fit) {
    return stage -> share(fit);
  }

  private synchronized Progress share(String fit) {
    if (whole == null) {
      whole = stages.enter(name);
    }
    Share share = new Share(fit, whole);
    begun.add(share);
    return share;
  }

  private final class Share implements Progress {
    private final String fit;
    private final Progress heard;
    private int done;
    private int total;

    Share(String fit, Progress heard) {
      this.fit = fit;
      this.heard = heard;
    }

    @Override
    public void step(int nowDone, int nowTotal, String message) {
      synchronized (OneStage.this) {
        done = nowDone;
        total = nowTotal;
        int all = begun.stream().mapToInt(share -> share.done).sum();
        int known = begun.stream().mapToInt(share -> share.total).sum();
        long telling = begun.stream().filter(share -> share.total > 0).count();
        int planned = (int) Math.max(all, (long) known * fits / telling);
        heard.step(all, planned, message.isEmpty() ? "" : fit + ": " + message);
      }
    }
  }
}

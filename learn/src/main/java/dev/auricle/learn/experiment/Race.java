package dev.auricle.learn.experiment;

import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.training.SideBySide;
import dev.auricle.runtime.CacheFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several recipes on the same folds, as far as the time goes. Each finished fold is kept on disk at
 * once, so that the same race goes on where it was stopped, and one with a recipe more judges that
 * one alone.
 */
public final class Race {
  private final Experiment experiment;
  private final JudgedFolds kept;
  private final boolean fresh;
  private final long deadline;
  private final Path checkpoints;
  private BooleanSupplier asked = () -> false;
  private boolean bundles;
  private volatile boolean stopped;
  private int found;
  private volatile @Nullable JudgedFold unfinished;

  /**
   * A race that has not begun.
   *
   * @param seconds after which nothing more is begun; infinity for no bound
   * @param fresh true to judge everything anew
   */
  public Race(Experiment experiment, double seconds, boolean fresh) {
    this.experiment = experiment;
    this.kept = new JudgedFolds(experiment);
    this.fresh = fresh;
    this.deadline = (long) Math.min(Long.MAX_VALUE / 4.0, seconds * 1e9) + System.nanoTime();
    this.checkpoints = CacheFolder.path().resolve("checkpoints").resolve(kept.name());
    experiment.interruptible(this::timeIsUp, checkpoints);
    if (fresh) {
      forgetAll("*");
    }
  }

  /** Ends it early as well once that says so; what is finished is kept, as when the time is up. */
  public Race stopWhen(BooleanSupplier someoneAsks) {
    asked = someoneAsks;
    return this;
  }

  /** Fits the models for bundles along with the folds, so that they may run side by side. */
  public Race withBundles() {
    bundles = experiment.protocol().kind() != Protocol.Kind.HOLDOUT;
    return this;
  }

  /** Asked by long trainings, which then end: what they give back is not counted. */
  private boolean timeIsUp() {
    if (System.nanoTime() > deadline || asked.getAsBoolean()) {
      stopped = true;
    }
    return stopped;
  }

  /**
   * Judges a recipe on every fold.
   *
   * @return null if the time is up, or would be before its last fold, going by its first ones; what
   *     it has finished is kept, and a network's training goes on from its last checkpoint
   */
  public @Nullable RecipeResult judge(Recipe recipe) {
    Map<Integer, JudgedFold> judged = new ConcurrentSkipListMap<>();
    int folds = experiment.folds().size();
    for (int f = 0; f < folds && !fresh; f++) {
      JudgedFold known = kept.find(recipe, f);
      if (known != null) {
        found++;
        judged.put(f, known);
      }
    }
    List<Fold> fits = new ArrayList<>(experiment.folds());
    if (bundles) {
      fits.add(experiment.allClips());
    }
    int[] left = IntStream.range(0, fits.size()).filter(f -> !judged.containsKey(f)).toArray();
    if (judged.size() < folds && timeIsUp()) {
      return null;
    }
    Pace pace = new Pace(left.length);
    experiment.eachFold(
        recipe,
        fits,
        left,
        (number, lane) -> {
          long start = System.nanoTime();
          if (timeIsUp() || start + pace.likely(lane.plan()) > deadline) {
            return false;
          }
          if (number == folds) {
            experiment.fitForBundle(recipe, lane);
            return true;
          }
          JudgedFold one = experiment.judge(recipe, fits.get(number), number, lane);
          if (lane.cut()) {
            unfinished = one;
            return false;
          }
          kept.keep(recipe, number, one);
          judged.put(number, one);
          pace.took(System.nanoTime() - start);
          return true;
        });
    return judged.size() == folds ? experiment.pooled(recipe, List.copyOf(judged.values())) : null;
  }

  /** How long folds take. */
  private static final class Pace {
    private final int folds;
    private int made;
    private long spent;

    Pace(int folds) {
      this.folds = folds;
    }

    synchronized void took(long nanos) {
      made++;
      spent += nanos;
    }

    /** Nanoseconds until all are done, going by those that are; 0 before the first is. */
    synchronized long likely(SideBySide plan) {
      return made == 0 ? 0 : spent / made * plan.rounds(folds - made);
    }
  }

  /**
   * A hold-out's network that was stopped in its training, as good as it had become by its last
   * whole epoch, with its own score; null where there is none.
   */
  public @Nullable RecipeResult unfinished(Recipe recipe) {
    JudgedFold part = unfinished;
    boolean scored = part != null && !part.result().curve().isEmpty();
    return scored && experiment.folds().size() == 1
        ? experiment.pooled(recipe, List.of(part))
        : null;
  }

  /** Says that a recipe is done, its bundle written: its checkpoints are deleted. */
  public void done(Recipe recipe) {
    forgetAll(recipe.name() + "-*.checkpoint");
  }

  private void forgetAll(String glob) {
    if (!Files.isDirectory(checkpoints)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(checkpoints, glob)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(checkpoints);
    } catch (IOException e) {
      // Those of other recipes are still there, or nobody may delete them: they do no harm.
    }
  }

  /** How many folds were found, judged by an earlier run. */
  public int found() {
    return found;
  }
}

package dev.auricle.learn.experiment;

import dev.auricle.learn.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
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
  private int found;

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
  }

  /**
   * Judges a recipe on every fold.
   *
   * @return null if the time is up, or would be before its last fold, going by its first; what it
   *     has finished is kept
   */
  public @Nullable RecipeResult judge(Recipe recipe) {
    List<JudgedFold> judged = new ArrayList<>();
    int folds = experiment.folds().size();
    long spent = 0;
    int made = 0;
    for (int f = 0; f < folds; f++) {
      JudgedFold known = fresh ? null : kept.find(recipe, f);
      if (known != null) {
        found++;
        judged.add(known);
        continue;
      }
      long start = System.nanoTime();
      long likely = made == 0 ? 0 : spent / made * (folds - f);
      if (start + likely > deadline) {
        return null;
      }
      JudgedFold fold = experiment.judge(recipe, f);
      kept.keep(recipe, f, fold);
      judged.add(fold);
      spent += System.nanoTime() - start;
      made++;
    }
    return experiment.pooled(recipe, judged);
  }

  /** How many folds were found, judged by an earlier run. */
  public int found() {
    return found;
  }
}

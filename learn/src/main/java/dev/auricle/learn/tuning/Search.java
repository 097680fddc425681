package dev.auricle.learn.tuning;

import dev.auricle.data.Fold;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.training.SideBySide;
import dev.auricle.learn.training.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One search: combinations scored on the same folds, the best kept. */
final class Search {
  /** Successive halving keeps a third and triples what they are tried on. */
  private static final int ETA = 3;

  private final Experiment experiment;
  private final SearchSpace space;
  private final Tuning.Options options;
  private final Journal journal;
  private final Tuning.Progress listener;

  Search(
      Experiment experiment,
      SearchSpace space,
      Tuning.Options options,
      Journal journal,
      Tuning.Progress listener) {
    this.experiment = experiment;
    this.space = space;
    this.options = options;
    this.journal = journal;
    this.listener = listener;
  }

  /**
   * Runs it.
   *
   * @param name stands in the journal
   * @param folds to score on
   * @param seconds the most it may take, but for its first trial
   * @return the trials, best first; of halving those on all training clips, then those dropped
   */
  List<Trial> run(String name, List<Fold> folds, double seconds) {
    long deadline = (long) Math.min(Long.MAX_VALUE / 4.0, seconds * 1e9) + System.nanoTime();
    return options.method() == Method.HALVING
        ? halve(name, folds, deadline)
        : tryAll(name, candidates(), folds, 1, deadline);
  }

  private List<Map<String, Object>> candidates() {
    List<Map<String, Object>> all =
        options.method() == Method.GRID ? space.grid() : draw(options.budget().trials());
    return all.subList(0, Math.min(all.size(), options.budget().trials()));
  }

  private List<Map<String, Object>> draw(int count) {
    Random random = new Random(options.seed());
    List<Map<String, Object>> drawn = new ArrayList<>();
    // A space of few values runs out of new combinations: it stops after many repeats.
    for (int tries = 0; drawn.size() < count && tries < 20 * Math.min(count, 1000); tries++) {
      Map<String, Object> values = space.draw(random);
      if (!drawn.contains(values)) {
        drawn.add(values);
      }
      if (drawn.size() >= 1000) {
        break;
      }
    }
    return drawn;
  }

  private List<Trial> halve(String name, List<Fold> folds, long deadline) {
    List<Map<String, Object>> alive = candidates();
    int rungs = 0;
    for (int n = alive.size(); n > ETA && rungs < 3; n /= ETA) {
      rungs++;
    }
    List<Trial> all = List.of();
    for (int rung = rungs; rung >= 0; rung--) {
      double share = Math.pow(ETA, -rung);
      List<Trial> ranked =
          tryAll(name + ", share " + Math.round(100 * share) + " %", alive, folds, share, deadline);
      Set<Map<String, Object>> again =
          ranked.stream().map(Trial::values).collect(Collectors.toSet());
      Stream<Trial> dropped = all.stream().filter(trial -> !again.contains(trial.values()));
      all = Stream.concat(ranked.stream(), dropped).toList();
      int keep = Math.max(1, alive.size() / ETA);
      alive = ranked.stream().limit(keep).map(Trial::values).toList();
    }
    return all;
  }

  /** Scores combinations, side by side where the model allows it; best first. */
  private List<Trial> tryAll(
      String name,
      List<Map<String, Object>> candidates,
      List<Fold> folds,
      double share,
      long deadline) {
    @Nullable Trial[] found = new Trial[candidates.size()];
    Scoreboard board = new Scoreboard(name, candidates.size());
    List<Integer> left = new ArrayList<>();
    for (int c = 0; c < found.length; c++) {
      found[c] = journal.find(key(name, candidates.get(c)));
      if (found[c] == null) {
        left.add(c);
      } else {
        board.add(found[c]);
      }
    }
    int most = experiment.mostSideBySide(space.recipe(candidates.get(0)));
    for (Map<String, Object> kind : kinds(candidates)) {
      most = Math.min(most, space.recipe(kind).trainer().mostSideBySide());
    }
    SideBySide plan = SideBySide.of(most, candidates.size(), experiment.threads());
    Parallel.forEach(
        left.size(),
        plan.fits(),
        TrainingContext.Progress.NONE,
        k -> {
          if (!board.empty() && System.nanoTime() > deadline) {
            return;
          }
          int c = left.get(k);
          Trial trial = score(candidates.get(c), folds, share, plan.threads());
          journal.add(key(name, candidates.get(c)), trial);
          found[c] = trial;
          board.add(trial);
        });
    // Of equal scores the one drawn first, whichever finished first.
    return Arrays.stream(found)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingDouble(Trial::score).reversed())
        .toList();
  }

  /** Combinations by what may choose another kind of model, which no number does. */
  private static Set<Map<String, Object>> kinds(List<Map<String, Object>> candidates) {
    Set<Map<String, Object>> kinds = new HashSet<>();
    for (Map<String, Object> values : candidates) {
      Map<String, Object> kind = new LinkedHashMap<>(values);
      kind.values().removeIf(Number.class::isInstance);
      kinds.add(kind);
    }
    return kinds;
  }

  private static String key(String name, Map<String, Object> values) {
    return name + " " + values;
  }

  private Trial score(Map<String, Object> values, List<Fold> folds, double share, int threads) {
    Recipe recipe = space.recipe(values);
    long start = System.nanoTime();
    double[] scores = new double[folds.size()];
    for (int f = 0; f < scores.length; f++) {
      Fold fold = Shares.of(experiment.dataset(), folds.get(f), share, options.seed());
      scores[f] = options.metric().of(experiment.tryOut(recipe, fold, f, threads));
    }
    double mean = Arrays.stream(scores).average().orElse(Double.NaN);
    double variance = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).average().orElse(0);
    return new Trial(
        new LinkedHashMap<>(values),
        mean,
        Math.sqrt(variance),
        (System.nanoTime() - start) / 1e9,
        share);
  }

  /** Tells the listener what has finished; threads take turns. */
  private final class Scoreboard {
    private final String search;
    private final int planned;
    private final List<Trial> ranked = new ArrayList<>();

    Scoreboard(String search, int planned) {
      this.search = search;
      this.planned = planned;
    }

    synchronized boolean empty() {
      return ranked.isEmpty();
    }

    synchronized void add(Trial trial) {
      ranked.add(trial);
      ranked.sort(Comparator.comparingDouble(Trial::score).reversed());
      listener.finished(search, planned, trial, List.copyOf(ranked));
    }
  }
}

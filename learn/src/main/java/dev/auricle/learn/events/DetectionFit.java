package dev.auricle.learn.events;

import dev.auricle.learn.parallel.Parallel;
import dev.auricle.learn.training.TrainingContext.Progress;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.detection.Detector;
import dev.auricle.runtime.detection.Rehearsal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Chooses a bundle's detection options on programmes: windows are scored once for each length and
 * hop, then one option after the other is moved to its best value, until none helps.
 */
public final class DetectionFit {
  /** Changes that are tried, in this order. */
  private static final List<Map<String, Object>> MOVES = moves();

  private static final int ROUNDS = 2;

  /** A gain smaller than this is chance. */
  private static final double LEAST_GAIN = 1e-4;

  private final List<Programme> programmes;
  private final EventScoring scoring;
  private final Progress progress;
  private final int most;
  private int tried;

  private DetectionFit(
      List<Programme> programmes, EventScoring scoring, Progress progress, int starts) {
    this.programmes = programmes;
    this.scoring = scoring;
    this.progress = progress;
    this.most = starts * ROUNDS * MOVES.size();
  }

  /**
   * What was chosen.
   *
   * @param options the best
   * @param before scores of the options that were started from
   * @param after scores of the best, on the same programmes: they flatter a little
   */
  public record Result(DetectionOptions options, EventScores before, EventScores after) {}

  /**
   * Level and length of silence, and of gaps, go together; else one option is changed at a time.
   */
  private static List<Map<String, Object>> moves() {
    List<Map<String, Object>> moves = new ArrayList<>();
    add(moves, "median", 0, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0);
    moves.add(Map.of("silenceDb", "none"));
    for (double level : new double[] {-75, -65, -60, -55, -50, -45}) {
      for (double seconds : new double[] {0.3, 0.5, 0.75, 1.0}) {
        moves.add(Map.of("silenceDb", level, "silence", seconds));
      }
    }
    moves.add(Map.of("gapDb", "none"));
    for (double level : new double[] {20, 25, 30, 35, 40}) {
      for (double seconds : new double[] {0.5, 0.75, 1.0, 1.25, 1.5}) {
        moves.add(Map.of("gapDb", level, "gap", seconds));
      }
    }
    add(moves, "refine", 0, 0.5, 1.0, 1.5, 2.0, 2.5);
    add(moves, "on", 0.3, 0.4, 0.5, 0.6, 0.7);
    add(moves, "off", 0.1, 0.2, 0.3, 0.4, 0.5);
    add(moves, "minOn", 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0);
    add(moves, "minOff", 0, 0.5, 1.0, 1.5, 2.0, 3.0);
    return moves;
  }

  private static void add(List<Map<String, Object>> moves, String name, double... values) {
    for (double value : values) {
      moves.add(Map.of(name, value));
    }
  }

  /**
   * Chooses options.
   *
   * @param starts options to start from, each with a window and hop of its own
   */
  public static Result run(
      Classifier classifier,
      List<DetectionOptions> starts,
      List<Programme> programmes,
      EventScoring scoring,
      int threads,
      Progress progress) {
    DetectionFit fit = new DetectionFit(programmes, scoring, progress, starts.size());
    Result best = null;
    for (DetectionOptions start : starts) {
      Result result = fit.climb(start, rehearse(classifier, start, programmes, threads), threads);
      if (best == null) {
        best = result;
      } else if (worth(result.after()) > worth(best.after()) + LEAST_GAIN) {
        best = new Result(result.options(), best.before(), result.after());
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("there must be options to start from");
    }
    return best;
  }

  private static List<Rehearsal> rehearse(
      Classifier classifier, DetectionOptions options, List<Programme> programmes, int threads) {
    Rehearsal[] scored = new Rehearsal[programmes.size()];
    try (Detector detector = Detector.of(classifier, options, 1)) {
      Parallel.forEach(
          scored.length,
          threads,
          Progress.NONE,
          i -> scored[i] = detector.rehearse(programmes.get(i).sound()));
    }
    return List.of(scored);
  }

  private Result climb(DetectionOptions start, List<Rehearsal> rehearsals, int threads) {
    EventScores first = score(start, rehearsals, threads);
    DetectionOptions best = start;
    EventScores scores = first;
    for (int round = 0; round < ROUNDS; round++) {
      EventScores before = scores;
      for (Map<String, Object> move : MOVES) {
        DetectionOptions other = changed(best, move);
        if (!other.equals(best)) {
          EventScores theirs = score(other, rehearsals, threads);
          progress.step(++tried, most, "best so far " + rounded(worth(scores)));
          if (worth(theirs) > worth(scores) + LEAST_GAIN) {
            best = other;
            scores = theirs;
          }
        }
      }
      if (worth(scores) <= worth(before) + LEAST_GAIN) {
        break;
      }
    }
    return new Result(best, first, scores);
  }

  private static DetectionOptions changed(DetectionOptions options, Map<String, Object> move) {
    boolean tooHigh = move.get("off") instanceof Double off && off > options.rule().on();
    return tooHigh ? options : options.with(move);
  }

  /** What is made as high as can be: the mean of F1 by segments and by events. */
  private static double worth(EventScores scores) {
    return (scores.all().segments().f1() + scores.all().events().f1()) / 2;
  }

  private static double rounded(double value) {
    return Math.round(1e4 * value) / 1e4;
  }

  private EventScores score(DetectionOptions options, List<Rehearsal> rehearsals, int threads) {
    EventScores[] each = new EventScores[rehearsals.size()];
    Parallel.forEach(
        each.length,
        threads,
        Progress.NONE,
        i -> {
          List<Event> found = rehearsals.get(i).events(options);
          each[i] = scoring.score(programmes.get(i).events(), found);
        });
    EventScores sum = EventScores.NONE;
    for (EventScores one : each) {
      sum = sum.plus(one);
    }
    return sum;
  }
}

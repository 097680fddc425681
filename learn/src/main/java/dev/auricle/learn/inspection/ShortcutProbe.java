package dev.auricle.learn.inspection;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.FileFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Asks whether labels can be told without listening: small decision trees see each file's {@link
 * Cue}s alone, fitted and tested under the protocol that scores are obtained by. A cue is a
 * give-away where its trees come a quarter of the way from chance to all right, or tell a single
 * label almost surely, and where labels dealt out at random do not: a permutation test that keeps
 * groups together, at 0.01 over all cues.
 */
public final class ShortcutProbe {
  /** Of the way from chance to all right. Cues of clean recordings reach 0.1 to 0.2. */
  private static final double MUCH = 0.25;

  /** Matthews' correlation at which a single label counts as told. */
  private static final double TOLD = 0.7;

  private static final double SURE = 0.001; // 0.01 over ten trees
  private static final int PERMUTATIONS = 1999;

  /** Enough for the table where the effect is too small to matter. */
  private static final int FEW_PERMUTATIONS = 199;

  /** Six groups of one label each have 720 orders at most. */
  private static final int FEWEST_GROUPS = 7;

  private static final int FEWEST_CLIPS = 20;
  private static final double ROUNDING = 1e-12;
  private static final double WORTH_NAMING = 0.3;
  private static final int NAMED = 3;

  private final ProbeData data;
  private final int[] tested;
  private final List<int[]> shuffled;

  private ShortcutProbe(ProbeData data, int[] tested, List<int[]> shuffled) {
    this.data = data;
    this.tested = tested;
    this.shuffled = shuffled;
  }

  /**
   * Probes a dataset.
   *
   * @param facts of its examples, as {@link dev.auricle.data.audit.Audit#run} measures them; those
   *     without are passed over
   * @param protocol whose seed also draws the permutations: the same arguments give the same answer
   */
  public static Shortcuts run(Dataset dataset, Protocol protocol, List<FileFacts> facts) {
    if (facts.isEmpty()) {
      return Shortcuts.none("no clip was decoded");
    }
    if (dataset.labels().size() < 2) {
      return Shortcuts.none("there is one label only");
    }
    ProbeData data = ProbeData.of(dataset, protocol, facts);
    int[] tested = data.tested();
    if (tested.length < FEWEST_CLIPS) {
      return Shortcuts.none(tested.length + " clips to test are too few");
    }
    Shuffles shuffles = new Shuffles(data, tested);
    if (!shuffles.hasMixedGroups() && shuffles.wholeGroups() < FEWEST_GROUPS) {
      return Shortcuts.none(
          shuffles.wholeGroups() + " groups of one label each are too few to rule out chance");
    }
    Random random = new Random(protocol.seed());
    List<int[]> shuffled =
        IntStream.range(0, PERMUTATIONS).mapToObj(i -> shuffles.next(random)).toList();
    return new ShortcutProbe(data, tested, shuffled).run();
  }

  private Shortcuts run() {
    List<Cue> cues = new ArrayList<>();
    List<float[]> columns = new ArrayList<>();
    for (Cue cue : Cue.values()) {
      float[] column = cue.column(data.facts());
      if (IntStream.range(1, column.length).anyMatch(i -> column[i] != column[0])) {
        cues.add(cue);
        columns.add(column);
      }
    }
    if (cues.isEmpty()) {
      return Shortcuts.none("all files are alike in every cue");
    }
    List<CueScore> scores = new ArrayList<>();
    List<Shortcut> found = new ArrayList<>();
    for (int c = 0; c < cues.size(); c++) {
      CueScore score = score(List.of(cues.get(c)), Answers.of(data, List.of(columns.get(c))));
      scores.add(score);
      if (givesAway(score)) {
        found.add(new Shortcut(score, score.cues(), named(score)));
      }
    }
    Comparator<CueScore> byAccuracy = Comparator.comparingDouble(CueScore::accuracy).reversed();
    scores.sort(byAccuracy);
    found.sort(Comparator.comparing(Shortcut::score, byAccuracy));
    if (cues.size() > 1) {
      Answers answers = Answers.of(data, columns);
      CueScore all = score(cues, answers);
      scores.add(0, all);
      if (givesAway(all)) {
        found.add(0, new Shortcut(all, helpful(cues, answers.importance()), named(all)));
      }
    }
    return new Shortcuts(scores, found, null);
  }

  private CueScore score(List<Cue> cues, Answers answers) {
    Tally tally = Tally.of(data, answers, tested, tested);
    double accuracy = tally.accuracy();
    List<CueScore.Told> told =
        IntStream.range(0, data.labels().size())
            .filter(k -> tally.carried()[k] > 0)
            .mapToObj(k -> told(cues.get(0), tally, k))
            .sorted(Comparator.comparingDouble(CueScore.Told::correlation).reversed())
            .toList();
    CueScore score = new CueScore(cues, accuracy, tally.chance(), Double.NaN, told);
    boolean oneLabel = score.aboveChance() < MUCH && tellsOne(score);
    ToDoubleFunction<Tally> claim = oneLabel ? Tally::bestCorrelation : Tally::accuracy;
    double claimed = claim.applyAsDouble(tally) - ROUNDING;
    int draws = much(score) ? PERMUTATIONS : FEW_PERMUTATIONS;
    long asGood =
        shuffled.stream()
            .limit(draws)
            .filter(s -> claim.applyAsDouble(Tally.of(data, answers, tested, s)) >= claimed)
            .count();
    return new CueScore(cues, accuracy, tally.chance(), (1.0 + asGood) / (1 + draws), told);
  }

  private CueScore.Told told(Cue cue, Tally tally, int label) {
    List<FileFacts> its = new ArrayList<>();
    List<FileFacts> others = new ArrayList<>();
    for (int i = 0; i < data.facts().size(); i++) {
      boolean carries = Arrays.stream(data.carried()[i]).anyMatch(k -> k == label);
      (carries ? its : others).add(data.facts().get(i));
    }
    return new CueScore.Told(
        data.labels().get(label),
        tally.recall(label),
        tally.precision(label),
        tally.correlation(label),
        cue.usual(its),
        cue.usual(others));
  }

  private static boolean much(CueScore score) {
    return score.aboveChance() >= MUCH || tellsOne(score);
  }

  private static boolean tellsOne(CueScore score) {
    return score.labels().get(0).correlation() >= TOLD;
  }

  private static boolean givesAway(CueScore score) {
    return much(score) && score.p() <= SURE;
  }

  private static List<CueScore.Told> named(CueScore score) {
    List<CueScore.Told> worth =
        score.labels().stream().filter(t -> t.correlation() >= WORTH_NAMING).limit(NAMED).toList();
    return worth.isEmpty() ? score.labels().subList(0, 1) : worth;
  }

  /** The cues that trees on all of them leant on most. */
  private static List<Cue> helpful(List<Cue> cues, double[] importance) {
    return IntStream.range(0, cues.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> -importance[c]))
        .limit(NAMED)
        .map(cues::get)
        .toList();
  }
}

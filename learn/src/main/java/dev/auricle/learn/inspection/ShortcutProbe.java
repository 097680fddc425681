package dev.auricle.learn.inspection;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.FileFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks whether labels can be told without listening: small decision trees see each file's {@link
 * Cue}s alone, fitted and tested under the protocol that scores are obtained by. A cue is a
 * give-away where its trees come a quarter of the way from chance to all right, or tell a single
 * label almost surely, and where labels dealt out at random do not: a permutation test that keeps
 * groups together, at 0.01 over all cues.
 */
public final class ShortcutProbe {
  private static final double SURE = 0.001; // 0.01 over ten trees

  /** Six groups of one label each have 720 orders at most. */
  private static final int FEWEST_GROUPS = 7;

  private static final int FEWEST_CLIPS = 20;
  private static final double WORTH_NAMING = 0.3;
  private static final int NAMED = 3;

  private final ProbeData data;
  private final Judge judge;

  private ShortcutProbe(ProbeData data, Judge judge) {
    this.data = data;
    this.judge = judge;
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
    if (data.folds().isEmpty()) {
      return Shortcuts.none("no protocol divides the clips into what is fitted and what is tested");
    }
    int[] tested = data.tested();
    if (tested.length < FEWEST_CLIPS) {
      return Shortcuts.none(tested.length + " clips to test are too few");
    }
    Shuffles shuffles = new Shuffles(data, tested);
    if (!shuffles.hasMixedGroups() && shuffles.wholeGroups() < FEWEST_GROUPS) {
      return Shortcuts.none(
          shuffles.wholeGroups() + " groups of one label each are too few to rule out chance");
    }
    return new ShortcutProbe(data, new Judge(data, tested, shuffles, protocol.seed())).run();
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
      CueScore score = judge.score(List.of(cues.get(c)), Answers.of(data, List.of(columns.get(c))));
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
      CueScore all = judge.score(cues, answers);
      scores.add(0, all);
      if (givesAway(all)) {
        found.add(0, new Shortcut(all, helpful(cues, answers.importance()), named(all)));
      }
    }
    return new Shortcuts(scores, found, null);
  }

  private static boolean givesAway(CueScore score) {
    return score.tellsMuch() && score.p() <= SURE;
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

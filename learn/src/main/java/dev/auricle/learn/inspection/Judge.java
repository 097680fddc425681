package dev.auricle.learn.inspection;

import dev.auricle.data.audit.FileFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Judges answers by what labels dealt out at random would have made of them. */
final class Judge {
  private static final int PERMUTATIONS = 1999;

  /** Enough for the table where the effect is too small to matter. */
  private static final int FEW_PERMUTATIONS = 199;

  private static final double ROUNDING = 1e-12;

  private final ProbeData data;
  private final int[] tested;
  private final List<int[]> shuffled;

  Judge(ProbeData data, int[] tested, Shuffles shuffles, long seed) {
    this.data = data;
    this.tested = tested;
    Random random = new Random(seed);
    shuffled = IntStream.range(0, PERMUTATIONS).mapToObj(i -> shuffles.next(random)).toList();
  }

  CueScore score(List<Cue> cues, Answers answers) {
    Tally tally = Tally.of(data, answers, tested, tested);
    double accuracy = tally.accuracy();
    List<CueScore.Told> told =
        IntStream.range(0, data.labels().size())
            .filter(k -> tally.carried()[k] > 0)
            .mapToObj(k -> told(cues.get(0), tally, k))
            .sorted(Comparator.comparingDouble(CueScore.Told::correlation).reversed())
            .toList();
    CueScore score = new CueScore(cues, accuracy, tally.chance(), Double.NaN, told);
    boolean oneLabel = !score.tellsAll() && score.tellsOne();
    ToDoubleFunction<Tally> claim = oneLabel ? Tally::bestCorrelation : Tally::accuracy;
    double claimed = claim.applyAsDouble(tally) - ROUNDING;
    int draws = score.tellsMuch() ? PERMUTATIONS : FEW_PERMUTATIONS;
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
}

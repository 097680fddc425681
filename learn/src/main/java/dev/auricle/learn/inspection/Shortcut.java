package dev.auricle.learn.inspection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A give-away: labels that can be told without listening.
 *
 * @param score how well
 * @param cues what gives them away: one cue, or of all together those that helped most
 * @param labels that are told best, at least one
 */
public record Shortcut(CueScore score, List<Cue> cues, List<CueScore.Told> labels) {
  public Shortcut {
    cues = List.copyOf(cues);
    labels = List.copyOf(labels);
  }

  /** True where no cue stands alone. */
  public boolean together() {
    return score.cues().size() > 1;
  }

  /**
   * {@code noise floor alone tells 47.1 % of the labels, where guessing tells 25.0 % (p = 0.0005)},
   * or, where that is little but some labels are told almost surely, {@code sample rate alone gives
   * 'seven' away (p = 0.0005)}.
   */
  public String words() {
    String cue =
        together()
            ? "the "
                + score.cues().size()
                + " cues together (most by "
                + cues.stream().map(Cue::words).collect(Collectors.joining(", "))
                + ")"
            : cues.get(0).words() + " alone";
    if (!score.tellsAll()) {
      return String.format(
          Locale.ROOT,
          "%s %s %s away (p = %.4f)",
          cue,
          together() ? "give" : "gives",
          labels.stream()
              .filter(CueScore.Told::surely)
              .map(told -> "'" + told.label() + "'")
              .collect(Collectors.joining(", ")),
          score.p());
    }
    return String.format(
        Locale.ROOT,
        "%s %s %.1f %% of the labels, where guessing tells %.1f %% (p = %.4f)",
        cue,
        together() ? "tell" : "tells",
        100 * score.accuracy(),
        100 * score.chance(),
        score.p());
  }

  /**
   * Labels and their usual values, the middle half of them: {@code speech: -54 to -39 dB, other
   * labels …}.
   */
  public String labelWords(CueScore.Told told) {
    String rates =
        String.format(
            Locale.ROOT,
            "%.0f %% of its clips found, %.0f %% of such answers right",
            100 * told.found(),
            100 * told.right());
    return together()
        ? told.label() + ": " + rates
        : told.label() + ": " + told.usual() + ", other labels " + told.others() + "; " + rates;
  }

  /** What to do about it. */
  public List<String> remedies() {
    return cues.stream().map(cue -> cue.words() + ": " + cue.remedy()).toList();
  }
}

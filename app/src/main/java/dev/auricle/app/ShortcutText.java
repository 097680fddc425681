package dev.auricle.app;

import dev.auricle.learn.inspection.Cue;
import dev.auricle.learn.inspection.CueScore;
import dev.auricle.learn.inspection.Shortcut;
import dev.auricle.learn.inspection.Shortcuts;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the shortcut probe found, for people. */
final class ShortcutText {
  private ShortcutText() {}

  static void write(StringBuilder text, Shortcuts shortcuts, boolean everyCue) {
    String reason = shortcuts.notProbed();
    if (reason != null) {
      text.append("shortcuts  not probed: ").append(reason).append('\n');
    } else if (shortcuts.found().isEmpty()) {
      text.append("shortcuts  none found").append(all(shortcuts)).append('\n');
    } else {
      text.append("shortcuts, what tells labels without listening (")
          .append(shortcuts.found().size())
          .append("):\n");
      shortcuts.found().forEach(shortcut -> write(text, shortcut));
      text.append("  ").append(Shortcuts.ADVICE).append('\n');
    }
    if (everyCue && reason == null) {
      table(text, shortcuts);
    }
  }

  private static String all(Shortcuts shortcuts) {
    CueScore all = shortcuts.scores().get(0);
    return String.format(
        Locale.ROOT,
        " (%s tell %.1f %% of the labels, guessing %.1f %%)",
        all.cues().stream().map(Cue::words).collect(Collectors.joining(", ")),
        100 * all.accuracy(),
        100 * all.chance());
  }

  private static void write(StringBuilder text, Shortcut shortcut) {
    text.append("  ").append(shortcut.words()).append('\n');
    shortcut
        .labels()
        .forEach(told -> text.append("    ").append(shortcut.labelWords(told)).append('\n'));
    shortcut.remedies().forEach(remedy -> text.append("    to mend ").append(remedy).append('\n'));
  }

  private static void table(StringBuilder text, Shortcuts shortcuts) {
    TextTable table = new TextTable("cue", "told", "guessing", "p", "told best");
    for (CueScore score : shortcuts.scores()) {
      CueScore.Told best = score.labels().get(0);
      table.add(
          score.cues().size() > 1
              ? "all " + score.cues().size() + " together"
              : score.cues().get(0).words(),
          String.format(Locale.ROOT, "%.1f %%", 100 * score.accuracy()),
          String.format(Locale.ROOT, "%.1f %%", 100 * score.chance()),
          String.format(Locale.ROOT, "%.4f", score.p()),
          best.label());
    }
    text.append(table);
  }
}

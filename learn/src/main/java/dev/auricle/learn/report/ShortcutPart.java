package dev.auricle.learn.report;

import dev.auricle.learn.inspection.CueScore;
import dev.auricle.learn.inspection.Shortcut;
import dev.auricle.learn.inspection.Shortcuts;

/** What tells labels without listening: every cue's figure, and what to do about the give-aways. */
final class ShortcutPart {
  private ShortcutPart() {}

  static void write(Html html, Shortcuts shortcuts) {
    html.open("section", "id", "shortcuts").element("h2", "Told without listening");
    html.element(
        "p",
        "A small decision tree sees what can be read off a file without listening, and nothing"
            + " else. It is fitted and tested under the protocol. Where it tells labels much better"
            + " than guessing, a score may be for the recordings and not for the sounds.",
        "class",
        "note");
    String reason = shortcuts.notProbed();
    if (reason != null) {
      html.element("p", "Not probed: " + reason + ".").close();
      return;
    }
    if (shortcuts.found().isEmpty()) {
      html.element("p", "No give-away was found.");
    } else {
      html.open("ul", "class", "findings");
      shortcuts.found().forEach(shortcut -> finding(html, shortcut));
      html.close();
      html.element("p", Shortcuts.ADVICE, "class", "note");
    }
    table(html, shortcuts);
    html.close();
  }

  private static void finding(Html html, Shortcut shortcut) {
    html.open("li").element("b", shortcut.words());
    html.open("ul", "class", "told");
    shortcut.labels().forEach(told -> html.element("li", shortcut.labelWords(told)));
    shortcut.remedies().forEach(remedy -> html.element("li", "To mend " + remedy + "."));
    html.close().close();
  }

  private static void table(Html html, Shortcuts shortcuts) {
    html.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Every cue");
    html.open("table", "class", "classes sortable").open("thead").open("tr");
    html.element("th", "Cue", "scope", "col", "data-sort", "text");
    html.element("th", "Told", "scope", "col", "data-sort", "number");
    html.element("th", "Guessing", "scope", "col", "data-sort", "number");
    html.element("th", "p", "scope", "col", "data-sort", "number");
    html.element("th", "Told best", "scope", "col", "data-sort", "text").close().close();
    html.open("tbody");
    for (CueScore score : shortcuts.scores()) {
      html.open("tr");
      html.element(
          "th",
          score.cues().size() > 1
              ? "all " + score.cues().size() + " together"
              : score.cues().get(0).words(),
          "scope",
          "row");
      html.open("td", "class", "meter");
      html.open("i", "style", "--v:" + Figures.decimal(score.accuracy(), 3)).close();
      html.text(Figures.percent(score.accuracy())).close();
      html.element("td", Figures.percent(score.chance()));
      html.element("td", Figures.decimal(score.p(), 4));
      html.element("td", score.labels().get(0).label(), "class", "words").close();
    }
    html.close().close().close();
    html.element(
        "p",
        "Told: accuracy with every label counted alike, on clips of the test parts. p: how often"
            + " labels dealt out at random, groups kept together, are told as well.",
        "class",
        "note");
  }
}

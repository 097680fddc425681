package dev.auricle.learn.report;

import dev.auricle.data.audit.FileFacts;
import dev.auricle.data.audit.Findings;
import dev.auricle.data.audit.Leak;
import dev.auricle.learn.inspection.CueScore;
import dev.auricle.learn.inspection.Inspection;
import dev.auricle.learn.inspection.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What to look at first: what flatters a score, then what looks odd. */
final class InspectionFindings {
  private static final int NAMED = 6;

  private InspectionFindings() {}

  static void write(Html html, Inspection inspection) {
    Findings findings = inspection.findings();
    List<String> serious = new ArrayList<>();
    findings.headline().ifPresent(line -> serious.add(line.replace(" (auricle inspect)", "")));
    for (Shortcut shortcut : inspection.shortcuts().found()) {
      serious.add(
          "shortcut: "
              + shortcut.words()
              + "; told best: "
              + shortcut.labels().stream()
                  .map(CueScore.Told::label)
                  .collect(Collectors.joining(", ")));
    }
    html.open("section", "id", "findings").element("h2", "What to look at first");
    if (serious.isEmpty()) {
      html.element(
          "p",
          findings.complete()
              ? "Nothing was found that would flatter a score under this protocol."
              : "Nothing was found without decoding the sounds.");
    } else {
      html.open("ul", "class", "findings");
      serious.forEach(line -> html.element("li", line));
      html.close();
    }
    odd(html, inspection);
    html.close();
  }

  private static void odd(Html html, Inspection inspection) {
    Findings findings = inspection.findings();
    List<String> lines = new ArrayList<>(inspection.dataset().warnings());
    long labels =
        findings.leaks().stream()
            .filter(Leak::labelsDiffer)
            .filter(InspectionFindings::same)
            .count();
    if (labels > 0) {
      lines.add(
          labels == 1
              ? "one sound stands under two labels"
              : Figures.count(labels) + " sounds stand under two labels");
    }
    lines.addAll(findings.unreadable().values().stream().sorted().limit(NAMED).toList());
    int unread = findings.unreadable().size() - NAMED;
    if (unread > 0) {
      lines.add("… and " + Figures.count(unread, "more file") + " that cannot be read");
    }
    named(lines, findings, "silent throughout (nothing above −60 dB)", FileFacts::silent);
    named(lines, findings, "clipped (one sample in 10,000 or more)", FileFacts::isClipped);
    named(lines, findings, "with a DC offset above 0.01", FileFacts::hasDc);
    if (!lines.isEmpty()) {
      html.element("h3", "Odd, each on its own");
      html.open("ul", "class", "warnings");
      lines.forEach(line -> html.element("li", line));
      html.close();
    }
  }

  private static boolean same(Leak leak) {
    return leak.kind() != Leak.Kind.SAME_SOURCE && leak.kind() != Leak.Kind.OVERLAP;
  }

  private static void named(
      List<String> lines, Findings findings, String words, Predicate<FileFacts> odd) {
    List<String> ids = findings.facts().stream().filter(odd).map(FileFacts::id).toList();
    if (!ids.isEmpty()) {
      String more = ids.size() > NAMED ? ", …" : "";
      lines.add(
          Figures.count(ids.size(), "clip")
              + " "
              + words
              + ": "
              + String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())))
              + more);
    }
  }
}

package dev.auricle.learn.report;

import java.util.List;

/** What the leak audit found, and what looked wrong while the data was read. */
final class Audit {
  private Audit() {}

  static void write(Html html, ReportContent content) {
    List<String> findings = content.comparison().findings();
    List<String> warnings = content.comparison().dataset().warnings();
    html.open("section", "id", "audit").element("h2", "Audit of the data");
    if (findings.isEmpty()) {
      html.element("p", "No finding came with these scores.");
    } else {
      html.element("p", "The scores may be too good, for these reasons:");
      list(html, "findings", findings);
    }
    if (!warnings.isEmpty()) {
      html.element("p", "While reading:");
      list(html, "warnings", warnings);
    }
    html.close();
  }

  private static void list(Html html, String kind, List<String> lines) {
    html.open("ul", "class", kind);
    lines.forEach(line -> html.element("li", line));
    html.close();
  }
}

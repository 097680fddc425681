package dev.auricle.learn.report;

import dev.auricle.learn.experiment.Comparison;
import dev.auricle.learn.experiment.RecipeResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the scores come from, so that they can be had again. */
final class Provenance {
  private Provenance() {}

  static void write(Html html, ReportContent content, ReportOptions options) {
    Comparison comparison = content.comparison();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Data", comparison.dataset().name() + ", read as " + comparison.dataset().layout());
    if (!comparison.fingerprint().isEmpty()) {
      lines.put("Fingerprint", comparison.fingerprint() + " (SHA-256 over all samples)");
    }
    lines.put("Protocol", comparison.protocol().words());
    lines.put("Seed", String.valueOf(comparison.protocol().seed()));
    lines.put("Made with", madeWith());
    lines.putAll(options.provenance());
    html.open("section", "id", "provenance").element("h2", "Where this comes from");
    html.open("dl", "class", "facts");
    lines.forEach(
        (name, value) -> html.open("div").element("dt", name).element("dd", value).close());
    html.close();
    for (RecipeResult result : comparison.results()) {
      html.open("details").element("summary", "Recipe " + result.recipe().name());
      html.element("pre", result.recipe().yaml());
      Path bundle = result.bundle();
      if (bundle != null) {
        html.element("p", "Bundle: " + bundle.getFileName(), "class", "note");
      }
      html.close();
    }
    html.close();
  }

  static String madeWith() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return "Auricle %s, Java %s, %s %s"
        .formatted(
            version == null ? "(development)" : version,
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }
}

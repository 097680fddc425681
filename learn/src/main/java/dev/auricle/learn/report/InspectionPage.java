package dev.auricle.learn.report;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Licences;
import dev.auricle.data.audit.FileFacts;
import dev.auricle.data.audit.Leak;
import dev.auricle.learn.inspection.Inspection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An inspection as one HTML file that needs nothing else: what is in a dataset, how it may leak,
 * with the clips of each leak to hear, and what gives labels away.
 */
public final class InspectionPage {
  private InspectionPage() {}

  /**
   * Writes the page, to a temporary file first, then moved.
   *
   * @throws dev.auricle.signal.AuricleException if it cannot be written
   */
  public static void write(Inspection inspection, Path file, ReportOptions options) {
    Page.write(render(inspection, options), file, "--html");
  }

  /** The page's text. */
  static String render(Inspection inspection, ReportOptions options) {
    String bare = page(inspection, options, Map.of());
    if (!options.clips()) {
      return bare;
    }
    long room = options.maximumBytes() - bare.getBytes(StandardCharsets.UTF_8).length;
    return page(inspection, options, ClipShelf.fill(clips(inspection), options, room));
  }

  /** Clips of each leak, those across the sides first. */
  private static List<Example> clips(Inspection inspection) {
    Map<String, Example> examples = new HashMap<>();
    inspection.dataset().examples().forEach(e -> examples.put(e.id(), e));
    Set<String> ids = new LinkedHashSet<>();
    inspection.findings().leaks().forEach(leak -> ids.addAll(LeakList.shown(leak)));
    return ids.stream().flatMap(id -> Optional.ofNullable(examples.get(id)).stream()).toList();
  }

  private static String page(
      Inspection inspection, ReportOptions options, Map<String, ClipMedia> media) {
    Html html = Page.open(options.title(), "Skip to the findings", "#findings");
    LeakList leaks = new LeakList(inspection, media, options.clips());
    masthead(html, inspection, options.title());
    html.open("main");
    InspectionFindings.write(html, inspection);
    leaks.write(html);
    ShortcutPart.write(html, inspection.shortcuts());
    ContentPart.write(html, inspection);
    provenance(html, inspection, options);
    html.close();
    html.element("footer", Page.footer(options, media.size()));
    return Page.close(html, leaks.json());
  }

  private static void masthead(Html html, Inspection inspection, String title) {
    Dataset dataset = inspection.dataset();
    long crossing = inspection.findings().leaks().stream().filter(Leak::crosses).count();
    html.open("header", "class", "masthead").open("div", "class", "headline");
    html.element("p", "Auricle inspection", "class", "eyebrow").element("h1", title);
    html.element("p", dataset.description(), "class", "lede").close();
    html.open("div", "class", "figure");
    html.element("p", Figures.count(crossing), "class", "big");
    html.element(
        "p",
        (crossing == 1 ? "leak" : "leaks") + " on both sides of the protocol",
        "class",
        "small");
    html.close();
    html.open("dl", "class", "facts");
    fact(html, "Holds", holds(inspection));
    fact(html, "Protocol", inspection.protocol().describe(dataset));
    List<String> licences = Licences.of(dataset);
    fact(
        html,
        "Licence",
        licences.isEmpty() ? "not stated in the data" : String.join("; ", licences));
    html.close().close();
  }

  private static String holds(Inspection inspection) {
    Dataset dataset = inspection.dataset();
    double seconds = inspection.findings().facts().stream().mapToDouble(FileFacts::seconds).sum();
    return Figures.count(dataset.examples().size(), "clip")
        + ", "
        + Figures.count(dataset.labels().size(), "label")
        + (dataset.grouped() ? ", " + Figures.count(inspection.groups(), dataset.groupName()) : "")
        + (seconds > 0 ? ", " + duration(seconds) + " of sound" : "");
  }

  /** {@code 2 h 46 min}, {@code 12 min}, {@code 40 s}. */
  static String duration(double seconds) {
    long minutes = Math.round(seconds / 60);
    return seconds < 90
        ? Figures.count(Math.round(seconds)) + "\u00a0s"
        : minutes < 60
            ? minutes + "\u00a0min"
            : Figures.count(minutes / 60) + "\u00a0h " + minutes % 60 + "\u00a0min";
  }

  private static void provenance(Html html, Inspection inspection, ReportOptions options) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Data", inspection.dataset().name() + ", read as " + inspection.dataset().layout());
    lines.put("Protocol", inspection.protocol().words());
    lines.put("Seed", String.valueOf(inspection.protocol().seed()));
    lines.put("Made with", Provenance.madeWith());
    lines.putAll(options.provenance());
    html.open("section", "id", "provenance").element("h2", "Where this comes from");
    html.open("dl", "class", "facts");
    lines.forEach((name, value) -> fact(html, name, value));
    html.close().close();
  }

  static void fact(Html html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }
}

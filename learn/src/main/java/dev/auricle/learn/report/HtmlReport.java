package dev.auricle.learn.report;

import dev.auricle.data.Example;
import dev.auricle.learn.experiment.Advice;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.signal.AuricleException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison as one HTML file that needs nothing else: no network, no library, and, where asked
 * for, with the clips to hear. A content security policy forbids whatever is not in the file.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the report, to a temporary file first, then moved.
   *
   * @throws AuricleException if it cannot be written
   */
  public static void write(Comparison comparison, Path file, ReportOptions options) {
    Page.write(render(comparison, options), file, "--report");
  }

  /** The report's text. */
  static String render(Comparison comparison, ReportOptions options) {
    ReportContent content = ReportContent.of(comparison);
    String bare = page(content, options, Map.of());
    if (!options.clips()) {
      return bare;
    }
    long room = options.maximumBytes() - bare.getBytes(StandardCharsets.UTF_8).length;
    return page(content, options, ClipShelf.fill(clips(content), options, room));
  }

  /** The clips that some list shows, those that tell most ahead. */
  private static List<Example> clips(ReportContent content) {
    Map<String, Example> examples = new HashMap<>();
    content.comparison().dataset().examples().forEach(e -> examples.put(e.id(), e));
    return ClipChoice.order(content).stream()
        .flatMap(id -> Optional.ofNullable(examples.get(id)).stream())
        .toList();
  }

  private static String page(
      ReportContent content, ReportOptions options, Map<String, ClipMedia> media) {
    Html html = Page.open(options.title(), "Skip to the scores", "#scores");
    Masthead.write(html, content, options.title());
    html.open("main");
    scores(html, content);
    TuningPart tuning = options.tuning();
    if (tuning != null) {
      tuning.write(html);
    }
    Audit.write(html, content);
    RecipePanels.write(html, content, options.clips());
    doubts(html, content);
    Provenance.write(html, content, options);
    html.close();
    html.element("footer", Page.footer(options, media.size()));
    return Page.close(html, ClipData.json(content, media));
  }

  private static void scores(Html html, ReportContent content) {
    html.open("section", "id", "scores").element("h2", "Scores");
    String advice = Advice.of(content.comparison());
    if (!advice.isEmpty()) {
      html.element("p", advice, "class", "advice");
    }
    ScoreBars.write(html, content);
    ScoreTable.write(html, content);
    html.close();
  }

  private static void doubts(Html html, ReportContent content) {
    html.open("section", "id", "doubts").element("h2", "Labels to check");
    if (content.doubts().rows().isEmpty()) {
      html.element("p", "No clip's label looks wrong.");
    } else {
      html.element(
          "p",
          "On these clips the models, which never trained on them, agree on another label than the"
              + " one on file. Listen: the label may be the mistake.",
          "class",
          "note");
      ClipRows.write(html, content, content.lists().size() - 1, content.doubts().rows());
    }
    html.close();
  }
}

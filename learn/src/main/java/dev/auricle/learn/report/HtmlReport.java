package dev.auricle.learn.report;

import dev.auricle.learn.experiment.Advice;
import dev.auricle.learn.experiment.Comparison;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

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
    String html = render(comparison, options);
    Path absolute = file.toAbsolutePath();
    try {
      Path parent = absolute.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      // Not createTempFile, whose files only their owner may read.
      Path temporary =
          absolute.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
      try {
        Files.writeString(temporary, html);
        Files.move(temporary, absolute, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new AuricleException(
          file
              + ": the report could not be written ("
              + e
              + "); choose another place with --report",
          e);
    }
  }

  /** The report's text. */
  static String render(Comparison comparison, ReportOptions options) {
    ReportContent content = ReportContent.of(comparison);
    String bare = page(content, options, Map.of());
    if (!options.clips()) {
      return bare;
    }
    long room = options.maximumBytes() - bare.getBytes(StandardCharsets.UTF_8).length;
    return page(content, options, ClipShelf.fill(content, options, room));
  }

  private static String page(
      ReportContent content, ReportOptions options, Map<String, ClipMedia> media) {
    String script = resource("report.js");
    Html html = new Html();
    html.trusted("<!doctype html>\n").open("html", "lang", "en").open("head");
    html.leaf("meta", "charset", "utf-8");
    html.leaf("meta", "http-equiv", "Content-Security-Policy", "content", policy(script));
    html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.leaf("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", options.title());
    html.open("style").trusted(resource("report.css")).close().close();
    html.open("body");
    html.element("a", "Skip to the scores", "class", "skip", "href", "#scores");
    Masthead.write(html, content, options.title());
    html.open("main");
    scores(html, content);
    TuningPart tuning = options.tuning();
    if (tuning != null) {
      tuning.write(html);
    }
    Audit.write(html, content);
    RecipePanels.write(html, content);
    doubts(html, content);
    Provenance.write(html, content, options);
    html.close();
    html.element("footer", footer(options, media.size()));
    html.open("dialog", "id", "clips", "aria-labelledby", "clips-title").close();
    html.open("script", "type", "application/json", "id", "data");
    html.trusted(ClipData.json(content, media)).close();
    html.open("script").trusted(script).close();
    return html.close().close().toString();
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

  private static String footer(ReportOptions options, int clips) {
    String sounds =
        options.clips()
            ? Figures.count(clips, "clip") + " can be heard in this file."
            : "Made without clips.";
    return "Made by Auricle. " + sounds + " Nothing is fetched from elsewhere.";
  }

  /** Only this very script may run, and pictures and sounds come from inside the file. */
  private static String policy(String script) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:;"
          + " base-uri 'none'; form-action 'none'; script-src 'sha256-%s'"
              .formatted(Base64.getEncoder().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

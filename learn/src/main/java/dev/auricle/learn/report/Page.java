package dev.auricle.learn.report;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.audio.files.WholeFile;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * What every page shares: one file that needs nothing else, with its style sheet and script inside,
 * and a content security policy that forbids whatever is not in the file.
 */
final class Page {
  private Page() {}

  /**
   * Begins a page, down to the body's first link.
   *
   * @param skip words of the link by which a keyboard passes over the head
   * @param target where that link leads, such as {@code #scores}
   */
  static Html open(String title, String skip, String target) {
    Html html = new Html();
    html.trusted("<!doctype html>\n").open("html", "lang", "en").open("head");
    html.leaf("meta", "charset", "utf-8");
    html.leaf(
        "meta", "http-equiv", "Content-Security-Policy", "content", policy(resource("report.js")));
    html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.leaf("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title);
    html.open("style").trusted(resource("report.css")).close().close();
    html.open("body");
    return html.element("a", skip, "class", "skip", "href", target);
  }

  /**
   * Ends a page.
   *
   * @param json what the script needs to know of clips, safe inside a script element
   */
  static String close(Html html, String json) {
    html.open("dialog", "id", "clips", "aria-labelledby", "clips-title").close();
    html.open("script", "type", "application/json", "id", "data").trusted(json).close();
    html.open("script").trusted(resource("report.js")).close();
    return html.close().close().toString();
  }

  static String footer(ReportOptions options, int clips) {
    String sounds =
        options.clips()
            ? Figures.count(clips, "clip") + " can be heard in this file."
            : "Made without clips.";
    return "Made by Auricle. " + sounds + " Nothing is fetched from elsewhere.";
  }

  /**
   * Writes a page, to a temporary file first, then moved.
   *
   * @param option by which a user chose the file, for the error
   */
  static void write(String html, Path file, String option) {
    try {
      WholeFile.writeOrThrow(file, temporary -> Files.writeString(temporary, html));
    } catch (IOException e) {
      throw new AuricleException(
          file + ": the page could not be written (" + e + "); choose another place with " + option,
          e);
    }
  }

  /** Only this very script may run, and pictures and sounds come from inside the file. */
  private static String policy(String script) {
    byte[] hash = Checksum.digest("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:;"
        + " base-uri 'none'; form-action 'none'; script-src 'sha256-%s'"
            .formatted(Base64.getEncoder().encodeToString(hash));
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

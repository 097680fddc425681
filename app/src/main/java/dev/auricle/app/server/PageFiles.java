package dev.auricle.app.server;

import dev.auricle.audio.fetch.Checksum;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The page: files from the class path, revalidated by the hash of their content, under a policy
 * that lets nothing be fetched from elsewhere and no text become code.
 */
final class PageFiles {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " media-src 'self' blob:; connect-src 'self'; worker-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final String FOLDER = "/dev/auricle/app/page/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json");

  /** A file's text and its entity tag. */
  private record PageFile(String text, String tag) {}

  private final Map<String, PageFile> files = new ConcurrentHashMap<>();

  /** Answers with a file of the page. */
  void answer(Context request, String name) {
    if (!name.matches("[a-z][a-z0-9-]*\\.(html|css|js|svg|json)")) {
      throw missing(name);
    }
    // Only files that exist are kept: what strangers make up must not fill memory.
    PageFile file = files.computeIfAbsent(name, PageFiles::load);
    if (file == null) {
      throw missing(name);
    }
    request
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", "microphone=(self), camera=(), geolocation=()")
        .header("Cache-Control", "no-cache")
        .header("ETag", file.tag());
    if (isKnown(file, request.header("If-None-Match"))) {
      request.status(304);
      return;
    }
    request.contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1))).result(file.text());
  }

  /** Whether the client has the file: it names any, or a list of tags, weak ones among them. */
  private static boolean isKnown(PageFile file, @Nullable String tags) {
    return tags != null
        && Arrays.stream(tags.split(","))
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(tag -> tag.equals("*") || tag.equals(file.tag()));
  }

  private static Problem missing(String name) {
    return Problem.notFound("the page has no file '" + name + "'");
  }

  private static @Nullable PageFile load(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        return null;
      }
      byte[] bytes = in.readAllBytes();
      byte[] hash = Checksum.digest("SHA-256").digest(bytes);
      return new PageFile(
          new String(bytes, StandardCharsets.UTF_8),
          '"' + HexFormat.of().formatHex(hash, 0, 12) + '"');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

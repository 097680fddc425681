package dev.auricle.app.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is refused, as RFC 9457 describes it ({@code application/problem+json}). */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final String MEDIA_TYPE = "application/problem+json";

  private final int status;
  private final String title;
  private final int retryAfterSeconds;

  private Problem(int status, String title, String detail, int retryAfterSeconds) {
    // A client's mistake needs no stack trace, and filling one in is most of the cost of refusing.
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail, 0);
  }

  static Problem unauthorized() {
    return new Problem(
        401, "Unauthorized", "send the server's token as 'Authorization: Bearer TOKEN'", 0);
  }

  static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail, 0);
  }

  static Problem tooLarge(String detail) {
    return new Problem(413, "Too large", detail, 0);
  }

  static Problem unreadable(String detail) {
    return new Problem(422, "Unreadable sound", detail, 0);
  }

  static Problem busy(int retryAfterSeconds) {
    return new Problem(
        429,
        "Too many requests",
        "as many requests as the server takes are waiting; try again in "
            + retryAfterSeconds
            + " s",
        retryAfterSeconds);
  }

  static Problem unavailable(String detail) {
    return new Problem(503, "Unavailable", detail, 0);
  }

  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, 0);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** Seconds after which to try again; 0 where that is not said. */
  int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** The members of the problem document. */
  Map<String, Object> members() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", "about:blank");
    map.put("title", title);
    map.put("status", status);
    map.put("detail", String.valueOf(getMessage()));
    return map;
  }
}

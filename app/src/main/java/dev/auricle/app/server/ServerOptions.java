package dev.auricle.app.server;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a server serves, where, and within which limits.
 *
 * @param bundles the folder whose {@code *.auricle} files are served; it is read again when it
 *     changes
 * @param host address to bind to; the loopback one unless others shall reach it
 * @param port to bind to; 0 for any free one
 * @param token what clients must send as bearer token; null for none
 * @param limits on what one request and all together may take
 */
public record ServerOptions(
    Path bundles, String host, int port, @Nullable String token, Limits limits) {

  /**
   * Limits that keep one client from harming the others.
   *
   * @param bytes largest request body
   * @param seconds longest sound, by what is decoded and not by what its header says
   * @param running requests that compute at one time
   * @param waiting requests that may wait for their turn; more are refused with 429
   * @param patience how long a request waits for its turn before it is refused with 429
   * @param computing how long one request may compute before it is given up with 503
   * @param streams live streams at one time
   */
  public record Limits(
      long bytes,
      double seconds,
      int running,
      int waiting,
      Duration patience,
      Duration computing,
      int streams) {

    /** For a machine with this many processors. */
    public static Limits forProcessors(int processors) {
      return new Limits(
          64L << 20,
          3600,
          processors,
          16 * processors,
          Duration.ofSeconds(10),
          Duration.ofMinutes(2),
          8 * processors);
    }
  }
}

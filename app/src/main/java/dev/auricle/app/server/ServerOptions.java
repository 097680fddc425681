package dev.auricle.app.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param origins of pages elsewhere that may send to the server, such as {@code
 *     https://sounds.example.org}; its own page always may
 */
public record ServerOptions(
    Path bundles,
    String host,
    int port,
    @Nullable String token,
    Limits limits,
    List<String> origins) {

  public ServerOptions {
    origins = List.copyOf(origins);
  }

  /** Options of a server that its own page alone sends to. */
  public ServerOptions(Path bundles, String host, int port, @Nullable String token, Limits limits) {
    this(bundles, host, port, token, limits, List.of());
  }

  /** The host as it stands in a URL: an IPv6 address in brackets. */
  public String addressInUrl() {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  /** Whether only this machine reaches what is bound to the host. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

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

package dev.auricle.app.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which names a server answers to, and whose pages may send to it. A browser reaches whatever its
 * machine reaches, on behalf of any page it shows: a stranger's page must not use a server through
 * it, be it directly or under a name of its own that leads to this machine.
 */
final class Sites {
  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

  /** Host names that are answered to; empty where every name is. */
  private final Set<String> names = new TreeSet<>();

  /** Origins that are allowed besides the server's own. */
  private final Set<String> origins;

  Sites(ServerOptions options) {
    this.origins =
        options.origins().stream()
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    // A token is not known to a stranger's page, and a server for others has names of its own.
    if (options.token() == null && options.isLoopback()) {
      names.addAll(THIS_MACHINE);
      names.add(options.addressInUrl().toLowerCase(Locale.ROOT));
      origins.forEach(origin -> names.add(name(authority(origin))));
    }
  }

  /**
   * Refuses a request that names another server. One without a name is no browser's.
   *
   * @throws Problem with status 421
   */
  void checkHost(Context request) {
    String host = request.header("Host");
    if (host != null && !names.isEmpty() && !names.contains(name(host.toLowerCase(Locale.ROOT)))) {
      throw Problem.of(
          421,
          "Misdirected request",
          "without a token the server answers to "
              + String.join(", ", names)
              + "; found Host '"
              + host
              + "': start it with --token, or with --origin and the address that people use");
    }
  }

  /**
   * Refuses what a page of another site sends.
   *
   * @throws Problem with status 403
   */
  void checkOrigin(Context request) {
    String origin = request.header("Origin");
    if (origin != null
        && !origins.contains(origin.toLowerCase(Locale.ROOT))
        && !isOwn(origin, request.header("Host"))) {
      throw Problem.of(
          403,
          "Forbidden",
          "pages of another site may not send to this server; found Origin '"
              + origin
              + "': start the server with --origin "
              + origin
              + " to allow it");
    }
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    String usualPort = origin.startsWith("https:") ? ":443" : ":80";
    return host != null
        && origin.contains("://")
        && without(usualPort, authority(origin)).equalsIgnoreCase(without(usualPort, host));
  }

  private static String without(String port, String authority) {
    return authority.endsWith(port)
        ? authority.substring(0, authority.length() - port.length())
        : authority;
  }

  private static String authority(String origin) {
    return origin.substring(origin.indexOf("://") + 3);
  }

  /** A host with its port, if any, left out. */
  private static String name(String authority) {
    return authority.replaceFirst(":[0-9]*$", "");
  }
}

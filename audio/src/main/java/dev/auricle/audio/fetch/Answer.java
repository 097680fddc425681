package dev.auricle.audio.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server's answer to a GET, after redirections.
 *
 * <p>By {@link HttpURLConnection}, not {@code java.net.http}: only the former gives up a server
 * that falls silent in the middle of a body. Redirections are followed here, because it follows
 * none from http to https; none leads back from https to http.
 */
final class Answer implements AutoCloseable {
  private static final int MOST_REDIRECTIONS = 10;
  private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

  private final HttpURLConnection connection;
  private final int status;

  private Answer(HttpURLConnection connection, int status) {
    this.connection = connection;
    this.status = status;
  }

  static Answer to(URI address, Map<String, String> headers, Duration silence)
      throws Refusal, Trouble {
    URI at = address;
    for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
      HttpURLConnection connection = open(at, headers, silence);
      int status = status(connection, at, silence);
      if (!REDIRECTIONS.contains(status)) {
        return new Answer(connection, status);
      }
      String location = connection.getHeaderField("Location");
      connection.disconnect();
      at = next(at, location);
    }
    throw new Refusal("redirected more than " + MOST_REDIRECTIONS + " times");
  }

  private static HttpURLConnection open(URI at, Map<String, String> headers, Duration silence)
      throws Refusal {
    HttpURLConnection connection = connection(at);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) silence.toMillis());
    connection.setReadTimeout((int) silence.toMillis());
    connection.setUseCaches(false);
    headers.forEach(connection::setRequestProperty);
    return connection;
  }

  private static HttpURLConnection connection(URI at) throws Refusal {
    try {
      if (at.toURL().openConnection() instanceof HttpURLConnection connection) {
        return connection;
      }
    } catch (IOException | IllegalArgumentException e) {
      // said below
    }
    throw new Refusal("not an address of the web: " + at);
  }

  private static int status(HttpURLConnection connection, URI at, Duration silence) throws Trouble {
    try {
      return connection.getResponseCode();
    } catch (IOException e) {
      throw Trouble.of(e, at, silence);
    }
  }

  private static URI next(URI from, @Nullable String location) throws Refusal {
    if (location == null) {
      throw new Refusal("redirected, but not told where to");
    }
    URI to;
    try {
      to = from.resolve(location.replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw new Refusal("redirected to what is no address: " + location);
    }
    boolean web = "https".equals(to.getScheme()) || "http".equals(to.getScheme());
    boolean weaker = "https".equals(from.getScheme()) && "http".equals(to.getScheme());
    if (!web || weaker) {
      throw new Refusal("redirected from " + from.getScheme() + " to " + to + ": not followed");
    }
    return to;
  }

  int status() {
    return status;
  }

  @Nullable String header(String name) {
    return connection.getHeaderField(name);
  }

  /** Length of this answer's body, -1 where it is not said. */
  long length() {
    return connection.getContentLengthLong();
  }

  InputStream body() throws Trouble {
    try {
      return connection.getInputStream();
    } catch (IOException e) {
      throw Trouble.of(e, URI.create(connection.getURL().toString()), Duration.ZERO);
    }
  }

  /** What names this version of the file for {@code If-Range}: a strong ETag, else the date. */
  @Nullable String validator() {
    String etag = header("ETag");
    return etag != null && !etag.startsWith("W/") ? etag : header("Last-Modified");
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}

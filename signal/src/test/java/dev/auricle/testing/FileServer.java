package dev.auricle.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web server on this machine that resumes as publishers' servers do ({@code Range}, {@code
 * If-Range}, {@code ETag}), and misbehaves when it is told to.
 */
public final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Queue<HttpHandler> faults = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private FileServer(HttpServer server) {
    this.server = server;
  }

  public static FileServer start() throws IOException {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    FileServer made = new FileServer(HttpServer.create(here, 0));
    made.server.createContext("/", made::answer);
    made.server.setExecutor(made.threads);
    made.server.start();
    return made;
  }

  /** Puts a file there, or another version of it. */
  public URI put(String name, byte[] bytes) {
    files.put("/" + name, bytes);
    return address(name);
  }

  public URI address(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
  }

  /** The next request is answered so; several are taken in turn. */
  public void next(HttpHandler fault) {
    synchronized (faults) {
      faults.add(fault);
    }
  }

  /** The next request gets no more than so many bytes of what it was promised. */
  public void breakAfter(int bytes) {
    next(
        exchange -> {
          byte[] whole = files.get(exchange.getRequestURI().getPath());
          int from = from(exchange, whole);
          tag(exchange, whole, from);
          exchange.sendResponseHeaders(from > 0 ? 206 : 200, whole.length - from);
          exchange.getResponseBody().write(whole, from, bytes);
          exchange.getResponseBody().flush();
        });
  }

  /** The next request gets this status and nothing else. */
  public void failWith(int status) {
    next(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  /** What was asked, such as {@code /a.zip bytes=100-}, oldest first. */
  public List<String> requests() {
    return Collections.unmodifiableList(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String path = exchange.getRequestURI().getPath();
    requests.add(range == null ? path : path + " " + range);
    HttpHandler fault;
    synchronized (faults) {
      fault = faults.poll();
    }
    try (exchange) {
      (fault == null ? (HttpHandler) this::serve : fault).handle(exchange);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] whole = files.get(exchange.getRequestURI().getPath());
    if (whole == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    int from = from(exchange, whole);
    if (from > 0 && from >= whole.length) {
      exchange.getResponseHeaders().add("Content-Range", "bytes */" + whole.length);
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    tag(exchange, whole, from);
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, whole.length - from);
    exchange.getResponseBody().write(whole, from, whole.length - from);
  }

  private static void tag(HttpExchange exchange, byte[] whole, int from) {
    exchange.getResponseHeaders().add("ETag", etag(whole));
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
    }
  }

  private static int from(HttpExchange exchange, byte[] whole) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String version = exchange.getRequestHeaders().getFirst("If-Range");
    if (range == null || version != null && !version.equals(etag(whole))) {
      return 0;
    }
    return Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
  }

  private static String etag(byte[] whole) {
    return "\"" + Integer.toHexString(Arrays.hashCode(whole)) + "\"";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

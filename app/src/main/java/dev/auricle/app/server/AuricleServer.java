package dev.auricle.app.server;

import dev.auricle.audio.SampleSource;
import dev.auricle.runtime.Stretch;
import dev.auricle.signal.AuricleException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.javalin.websocket.WsHandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Serves a folder of bundles over HTTP. Every error is a problem document; a client's mistake never
 * ends in a status above 499.
 */
public final class AuricleServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(AuricleServer.class.getName());

  /** What the libraries below say when all goes well is of no use here; kept so that it lasts. */
  private static final List<Logger> CHATTY =
      List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"));

  /** Says of each wrong Host header what it was: a stranger could fill the log. */
  private static final Logger HOSTS = Logger.getLogger("org.eclipse.jetty.util.HostPort");

  private static final String BEARER = "Bearer ";
  private static final String ARRIVED = "auricle.arrived";

  /** Of a request, its address among them, in bytes. */
  static final int LONGEST_HEADERS = 16 << 10;

  /** Threads of Jetty's own, and for requests that need no turn. */
  private static final int SPARE_THREADS = 16;

  /** A body's first bytes may take this long, whatever the link's start is like. */
  private static final Duration SLOW_START = Duration.ofSeconds(10);

  private final ServerOptions options;
  private final Sites sites;
  private final BundleFolder bundles;
  private final Admission admission;
  private final Bodies bodies = new Bodies(SLOW_START);
  private final ServerMetrics metrics = new ServerMetrics();
  private final SoundRoute sounds;
  private final DetectRoute detections;
  private final Tagger tagger = new Tagger();
  private final StreamRoute streams;
  private final PageFiles page = new PageFiles();
  private final Javalin http;
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean stopping;

  /**
   * Loads the bundles and starts to listen.
   *
   * @throws AuricleException if the folder cannot be read, or the port is taken
   */
  public AuricleServer(ServerOptions options) {
    CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
    HOSTS.setLevel(Level.OFF);
    this.options = options;
    this.sites = new Sites(options);
    this.bundles = new BundleFolder(options.bundles());
    this.admission = new Admission(options.limits());
    this.sounds = new SoundRoute(admission, options.limits(), metrics);
    this.detections = new DetectRoute(sounds, bundles);
    this.streams = new StreamRoute(bundles, options.limits());
    metrics.gauge("auricle_streams", "Live streams open now.", streams::open);
    metrics.gauge("auricle_requests_running", "Requests that compute now.", admission::running);
    metrics.gauge("auricle_requests_waiting", "Requests that wait now.", admission::waiting);
    metrics.gauge("auricle_bundles", "Bundles in service.", () -> bundles.all().size());
    this.http = Javalin.create(this::configure);
    try {
      http.start(options.host(), options.port());
    } catch (JavalinBindException e) {
      bundles.close();
      throw new AuricleException(
          "port "
              + options.port()
              + " of "
              + options.host()
              + " cannot be bound ("
              + e.getMessage()
              + "); is another server running there? Choose another with --port",
          e);
    }
  }

  /** The port that is listened on. */
  public int port() {
    return http.port();
  }

  /** How many bundles are in service. */
  public int bundles() {
    return bundles.all().size();
  }

  /** Every route as {@code METHOD /path}; a WebSocket's is a GET, and every GET is a HEAD too. */
  Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    http.unsafe.internalRouter.allHttpHandlers().stream()
        .map(each -> each.endpoint)
        .filter(
            endpoint -> endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD))
        .forEach(endpoint -> routes.add(endpoint.method.name() + " " + endpoint.path));
    http.unsafe.internalRouter.allWsHandlers().stream()
        .filter(handler -> handler.getType() == WsHandlerType.WEBSOCKET)
        .forEach(handler -> routes.add("GET " + handler.getPath()));
    return routes;
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = options.limits().bytes();
    config.jetty.threadPool =
        new QueuedThreadPool(
            SPARE_THREADS
                + options.limits().running()
                + options.limits().waiting()
                + options.limits().streams()
                + Admission.bodies(options.limits()));
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new UnparsedRequests());
          server.setHandler(bodies);
        });
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(LONGEST_HEADERS);
        });
    config.jetty.multipartConfig.maxTotalRequestSize(options.limits().bytes(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxFileSize(options.limits().bytes(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxInMemoryFileSize(64, SizeUnit.KB);
    routes(config.routes);
  }

  private void routes(RoutesConfig routes) {
    routes.before(this::arrive);
    routes.after(this::answered);
    get(routes, "/", request -> page.answer(request, "index.html"));
    get(routes, "/page/{file}", request -> page.answer(request, request.pathParam("file")));
    get(routes, "/api", request -> page.answer(request, "api.html"));
    get(routes, "/api/openapi.json", request -> page.answer(request, "openapi.json"));
    get(routes, "/healthz", request -> request.contentType("text/plain").result("ok\n"));
    get(routes, "/readyz", this::ready);
    get(
        routes,
        "/metrics",
        request -> request.contentType(ServerMetrics.MEDIA_TYPE).result(metrics.text()));
    get(routes, "/api/v1/bundles", request -> Replies.json(request, BundleCards.list(bundles)));
    get(routes, "/api/v1/bundles/{id}", this::card);
    routes.post("/api/v1/classify", this::classify);
    routes.post("/api/v1/tag", this::tag);
    routes.post("/api/v1/detect", detections::answer);
    routes.post("/api/v1/labels", request -> LabelsRoute.answer(request, admission));
    routes.wsBeforeUpgrade("/api/v1/stream", this::checkStream);
    routes.ws("/api/v1/stream", streams::configure);
    routes.exception(
        Problem.class,
        (problem, request) -> {
          bodies.drain(request);
          Replies.problem(request, problem);
        });
    routes.exception(HttpResponseException.class, AuricleServer::refused);
    routes.exception(Exception.class, AuricleServer::fault);
  }

  /** HEAD is answered as GET is; the body, all but its length, is left out below. */
  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private void arrive(Context request) {
    inside.incrementAndGet();
    request.attribute(ARRIVED, System.nanoTime());
    // What holds a stranger's words is never taken for a page.
    request.header("X-Content-Type-Options", "nosniff");
    sites.checkHost(request);
    if (request.method().equals(HandlerType.POST)) {
      sites.checkOrigin(request);
    }
    if (stopping && !request.path().equals("/healthz")) {
      request.header("Connection", "close");
      throw Problem.unavailable("the server is stopping");
    }
    if (options.token() != null
        && (request.path().startsWith("/api/v1/") || request.path().equals("/metrics"))
        && !matches(options.token(), request.header("Authorization"))) {
      throw Problem.unauthorized();
    }
  }

  private void checkStream(Context request) {
    sites.checkHost(request);
    sites.checkOrigin(request);
    if (stopping) {
      throw Problem.unavailable("the server is stopping");
    }
    String token = request.queryParam(StreamRoute.TOKEN);
    if (options.token() != null
        && !matches(options.token(), request.header("Authorization"))
        && !matches(options.token(), token == null ? null : BEARER + token)) {
      throw Problem.unauthorized();
    }
    streams.check(request);
  }

  private static boolean matches(String token, @Nullable String authorization) {
    // In constant time: how long a refusal takes says nothing of the token. The scheme's case is
    // the client's (RFC 9110, 11.1).
    return authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8),
            authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
  }

  private void answered(Context request) {
    inside.decrementAndGet();
    Long arrived = request.attribute(ARRIVED);
    if (arrived != null) {
      metrics.answered(route(request), request.statusCode(), System.nanoTime() - arrived);
    }
  }

  /** Routes are few; what strangers make up must not become a label each. */
  private static String route(Context request) {
    Endpoint matched = request.endpoints().matchedHttpEndpoint();
    return matched == null ? "other" : matched.path;
  }

  private void ready(Context request) {
    if (bundles.all().isEmpty()) {
      throw Problem.unavailable("there is no bundle in the server's folder yet");
    }
    request.contentType("text/plain").result("ready\n");
  }

  private void card(Context request) {
    try (ServedBundle.Lease lease = bundles.lease(request.pathParam("id"))) {
      Replies.json(request, BundleCards.card(lease.served()));
    }
  }

  private void classify(Context request) {
    Query query = new Query(request, Set.of("bundle", "top", "name"));
    int top = query.integer("top", 3, 1, 1000);
    sounds.answer(
        request,
        () -> bundles.lease(query.text("bundle")),
        (lease, sound) ->
            lease
                .classifier()
                .classify(sound.deadline().over(sound.reader()), sound.name())
                .describe(top));
  }

  private void tag(Context request) {
    Query query = new Query(request, Set.of("top", "every", "name"));
    int top = query.integer("top", 5, 1, 1000);
    int every = query.integer("every", 0, 1, 3600);
    sounds.answer(
        request,
        tagger::lease,
        (lease, sound) -> {
          SampleSource source = sound.deadline().over(sound.reader());
          Map<String, Object> map = new LinkedHashMap<>();
          if (every == 0) {
            map.put("top", lease.classifier().classify(source, sound.name()).top(top));
          } else {
            map.put(
                "stretches",
                Stretch.all(lease.classifier(), source, every).stream()
                    .map(stretch -> stretch.describe(top))
                    .toList());
          }
          return map;
        });
  }

  private static void refused(HttpResponseException e, Context request) {
    switch (e.getStatus()) {
      case 404 -> Replies.problem(request, Problem.notFound("there is nothing at this address"));
      case 405 -> {
        String allowed = e.getDetails().getOrDefault("availableMethods", "");
        request.header("Allow", allowed);
        Replies.problem(
            request, Problem.of(405, "Method not allowed", "this address takes " + allowed));
      }
      default ->
          Replies.problem(
              request, Problem.of(e.getStatus(), "Refused", String.valueOf(e.getMessage())));
    }
  }

  private static void fault(Exception e, Context request) {
    LOG.log(Level.SEVERE, "request " + request.method() + " " + request.path() + " failed", e);
    Replies.problem(
        request,
        Problem.of(500, "Internal error", "an error in Auricle itself; the server's log has it"));
  }

  /** Takes no more requests, lets those inside finish (for a minute at most), and stops. */
  @Override
  public void close() {
    stopping = true;
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    try {
      while (inside.get() > 0 && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.stop();
    tagger.close();
    bundles.close();
  }
}

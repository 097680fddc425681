package dev.auricle.app.server;

import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code WebSocket /api/v1/stream}: sound in as binary messages, events and probabilities out as
 * JSON. The text message {@code end} ends the sound; what is left comes, then {@code "type":
 * "end"}.
 */
final class StreamRoute {
  /** The bearer token may stand here too: browsers cannot set headers of a WebSocket. */
  static final String TOKEN = "access_token";

  private static final Logger LOG = Logger.getLogger(StreamRoute.class.getName());
  private static final Set<String> OPTIONS = Set.of("bundle", "coding", "rate", TOKEN);
  private static final int USUAL_RATE = 16_000;
  private static final int LEAST_RATE = 1000;
  private static final int MOST_RATE = 384_000;
  private static final int MOST_MESSAGE_BYTES = 1 << 20;
  private static final int POLICY_VIOLATION = 1008;
  private static final int NORMAL = 1000;
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int LONGEST_REASON = 120;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final BundleFolder bundles;
  private final ServerOptions.Limits limits;
  private final Semaphore free;
  private final Map<String, LiveStream> open = new ConcurrentHashMap<>();

  StreamRoute(BundleFolder bundles, ServerOptions.Limits limits) {
    this.bundles = bundles;
    this.limits = limits;
    this.free = new Semaphore(limits.streams());
  }

  int open() {
    return open.size();
  }

  /**
   * Refuses before the connection becomes a WebSocket, so that a client sees a problem document.
   */
  void check(Context request) {
    Query query = new Query(request, OPTIONS);
    coding(query);
    query.integer("rate", USUAL_RATE, LEAST_RATE, MOST_RATE);
    bundles.lease(query.text("bundle")).close();
    if (free.availablePermits() == 0) {
      throw Problem.busy(1);
    }
  }

  private static LiveStream.Coding coding(Query query) {
    return coding(query.text("coding"));
  }

  private static LiveStream.Coding coding(@Nullable String word) {
    for (LiveStream.Coding coding : LiveStream.Coding.values()) {
      if (word == null || coding.name().toLowerCase(Locale.ROOT).equals(word)) {
        return coding;
      }
    }
    throw Problem.badRequest(
        "option 'coding' is '" + word + "'; expected s16le, f32le or encoded (Opus in Ogg, ...)");
  }

  void configure(WsConfig socket) {
    socket.onConnect(this::connect);
    socket.onBinaryMessage(message -> use(message, stream -> stream.accept(message.data())));
    socket.onMessage(
        message -> {
          if (message.message().equals("end")) {
            use(
                message,
                stream -> {
                  stream.finish();
                  message.closeSession(NORMAL, "end");
                });
          }
        });
    socket.onClose(closed -> forget(closed.sessionId()));
    socket.onError(failed -> forget(failed.sessionId()));
  }

  private void connect(WsContext client) {
    client.session.setMaxBinaryMessageSize(MOST_MESSAGE_BYTES);
    client.session.setIdleTimeout(IDLE);
    AtomicBoolean told = new AtomicBoolean();
    client.session.addIdleTimeoutListener(
        timeout -> {
          // A client that does not close after being told is cut off the second time.
          if (told.getAndSet(true)) {
            return true;
          }
          refuse(client, idle());
          return false;
        });
    if (!free.tryAcquire()) {
      client.closeSession(TRY_AGAIN_LATER, "as many streams as the server takes are open");
      return;
    }
    ServedBundle.Lease lease = null;
    try {
      lease = bundles.lease(client.queryParam("bundle"));
      String rate = client.queryParam("rate");
      open.put(
          client.sessionId(),
          new LiveStream(
              lease,
              coding(client.queryParam("coding")),
              rate == null ? USUAL_RATE : Integer.parseInt(rate),
              limits.seconds(),
              message -> client.send(message)));
    } catch (Problem problem) {
      if (lease != null) {
        lease.close();
      }
      free.release();
      refuse(client, problem);
    }
  }

  private static Problem idle() {
    return Problem.of(
        408,
        "Idle",
        "nothing came for "
            + IDLE.toSeconds()
            + " s; send sound, silence too, as it is recorded, or pings, or 'end'");
  }

  private void use(WsContext client, Consumer<LiveStream> work) {
    LiveStream stream = open.get(client.sessionId());
    if (stream == null) {
      return;
    }
    try {
      work.accept(stream);
    } catch (Problem problem) {
      refuse(client, problem);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "a live stream failed", e);
      refuse(client, Problem.of(500, "Internal error", "an error in Auricle itself"));
    }
  }

  private static void refuse(WsContext client, Problem problem) {
    client.send(StreamMessages.problemMessage(problem));
    String reason = String.valueOf(problem.getMessage());
    // A close frame holds 123 bytes.
    client.closeSession(
        POLICY_VIOLATION, reason.length() > LONGEST_REASON ? problem.title() : reason);
  }

  private void forget(String session) {
    LiveStream stream = open.remove(session);
    if (stream != null) {
      stream.close();
      free.release();
    }
  }
}

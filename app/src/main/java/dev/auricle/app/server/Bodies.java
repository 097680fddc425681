package dev.auricle.app.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Watches over how bodies come in: a thread waits for each, so one that comes too slowly is given
 * up, and what is left of a refused one is not waited for long.
 */
final class Bodies extends Handler.Wrapper {
  /** 128 kbit/s: what the slowest of links carries. */
  static final int LEAST_BYTES_PER_SECOND = 16 << 10;

  private static final String ATTRIBUTE = "auricle.body";
  private static final Duration MOST_DRAINING = Duration.ofSeconds(2);
  private static final long WORTH_DRAINING = 8 << 20;
  private static final int DRAINED_AT_ONE_TIME = 8;
  private static final long LOOK_AGAIN_MILLIS = 5;

  private final Duration grace;
  private final Semaphore drains = new Semaphore(DRAINED_AT_ONE_TIME);

  /**
   * @param grace for how long a body may come as slowly as it likes
   */
  Bodies(Duration grace) {
    this.grace = grace;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(
        request.getMethod().equals("POST") ? new Body(request) : request, response, callback);
  }

  /**
   * Reads what is left of a refused request's body, within reason: many clients see no answer while
   * they are still sending.
   */
  void drain(Context request) {
    // A client that waits to be asked for the body sends none once it is refused.
    if (request.attribute(ATTRIBUTE) instanceof Body body
        && request.header("Expect") == null
        && drains.tryAcquire()) {
      try {
        body.drain();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        drains.release();
      }
    }
  }

  /** What is said of a body that could not be read. */
  static Problem unread(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return tooSlow();
      }
    }
    return Problem.badRequest("the request's body could not be read: " + failure.getMessage());
  }

  static Problem tooSlow() {
    return Problem.of(
        408,
        "Too slow",
        "the body came at less than "
            + LEAST_BYTES_PER_SECOND
            + " bytes a second; send less, or over a faster link");
  }

  /** A request whose body is timed from when it is first asked for. */
  private final class Body extends Request.Wrapper {
    private long began;
    private long received;
    private boolean ended;
    private Content.@Nullable Chunk failure;

    Body(Request request) {
      super(request);
      setAttribute(ATTRIBUTE, this);
    }

    @Override
    public Content.@Nullable Chunk read() {
      if (failure != null) {
        return failure;
      }
      if (began == 0) {
        began = System.nanoTime();
      }
      Content.Chunk chunk = super.read();
      if (chunk == null) {
        return null;
      }
      received += chunk.remaining();
      ended |= chunk.isLast();
      if (!ended && isTooSlow()) {
        chunk.release();
        ended = true;
        failure = Content.Chunk.from(new TimeoutException("the body came too slowly"));
        return failure;
      }
      return chunk;
    }

    private boolean isTooSlow() {
      double seconds = (System.nanoTime() - began) * 1e-9;
      return seconds > grace.toMillis() * 1e-3 && received < seconds * LEAST_BYTES_PER_SECOND;
    }

    private void drain() throws InterruptedException {
      long end = System.nanoTime() + MOST_DRAINING.toNanos();
      long most = received + WORTH_DRAINING;
      while (!ended && received < most && System.nanoTime() < end) {
        Content.Chunk chunk = read();
        if (chunk == null) {
          Thread.sleep(LOOK_AGAIN_MILLIS);
        } else {
          chunk.release();
        }
      }
    }
  }
}

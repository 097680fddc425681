package dev.auricle.app.server;

import dev.auricle.audio.SampleSource;
import java.time.Duration;

/** Until when a request may compute; looked at whenever more of its sound is read. */
final class Deadline {
  private final long end;
  private final Duration allowed;

  Deadline(Duration allowed) {
    this.allowed = allowed;
    this.end = System.nanoTime() + allowed.toNanos();
  }

  /**
   * The same sound; reading on after the deadline throws a {@link Problem} with status 503.
   *
   * @param source as decoded
   */
  SampleSource over(SampleSource source) {
    return (buffer, offset, length) -> {
      check();
      return source.read(buffer, offset, length);
    };
  }

  void check() {
    if (System.nanoTime() - end > 0) {
      throw Problem.unavailable(
          "the request computed for longer than the "
              + allowed.toSeconds()
              + " s it may; send shorter sounds");
    }
  }
}

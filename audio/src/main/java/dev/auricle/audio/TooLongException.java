package dev.auricle.audio;

import dev.auricle.signal.AuricleException;

/** A sound runs on for longer than it may. */
public final class TooLongException extends AuricleException {
  private static final long serialVersionUID = 1;

  TooLongException(String message) {
    super(message);
  }
}

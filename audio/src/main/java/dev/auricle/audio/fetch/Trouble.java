package dev.auricle.audio.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Something that may be over when one asks again. */
final class Trouble extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration pause;
  private boolean unknownHost;

  Trouble(String what, Duration pause) {
    super(what);
    this.pause = pause;
  }

  Trouble(String what) {
    this(what, Duration.ZERO);
  }

  /** A connection's failure in words. */
  static Trouble of(IOException e, URI address, Duration silence) {
    String host = address.getHost();
    if (e instanceof UnknownHostException) {
      Trouble trouble = new Trouble("no such host as " + host + " (is there a network?)");
      trouble.unknownHost = true;
      return trouble;
    }
    if (e instanceof SocketTimeoutException) {
      return new Trouble(host + " was silent for " + said(silence));
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return new Trouble("cannot connect to " + host + " (" + said(e) + ")");
    }
    if (e instanceof SSLException) {
      return new Trouble("no safe connection to " + host + " (" + said(e) + ")");
    }
    return new Trouble("the connection to " + host + " broke (" + said(e) + ")");
  }

  /** Whether not even the server's name is known: no use in waiting, unless bytes came before. */
  boolean unknownHost() {
    return unknownHost;
  }

  /** How long the server asked to be left alone. */
  Duration pause() {
    return pause;
  }

  /** A failure in its own words, or by its name where it has none. */
  static String said(IOException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  /** A duration in seconds, with a digit after the point where it is short. */
  static String said(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000.0 + " s";
  }
}

package dev.auricle.signal;

/**
 * Something a user can cause and mend: a missing file, a sound that cannot be read, a misspelt
 * recipe key.
 *
 * <p>The message names the thing, says what was found, what was expected, and what to do. A mistake
 * in calling code (a negative hop length, say) is an {@link IllegalArgumentException} instead.
 */
public class AuricleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuricleException(String message) {
    super(message);
  }

  public AuricleException(String message, Throwable cause) {
    super(message, cause);
  }
}

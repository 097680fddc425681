package dev.auricle.audio.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an HTTP status other than success means for somebody who wants the file. */
final class Statuses {
  private static final int SERVER = 500;

  private Statuses() {}

  /** Throws: a refusal, or trouble that may pass. */
  static void fail(Answer answer) throws Refusal, Trouble {
    int status = answer.status();
    switch (status) {
      case 401, 403 ->
          throw new Refusal("the server wants a login or refuses (HTTP " + status + ")");
      case 404, 410 -> throw new Refusal("not there any more (HTTP " + status + ")");
      case 408, 425, 429 ->
          throw new Trouble(
              "the server asks to come later (HTTP " + status + ")",
              seconds(answer.header("Retry-After")));
      default -> {
        if (status < SERVER) {
          throw new Refusal("the server answered HTTP " + status);
        }
        throw new Trouble(
            "the server is in trouble (HTTP " + status + ")",
            seconds(answer.header("Retry-After")));
      }
    }
  }

  private static Duration seconds(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : Duration.ZERO;
  }
}

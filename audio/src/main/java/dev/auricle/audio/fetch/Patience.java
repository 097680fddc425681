package dev.auricle.audio.fetch;

import java.time.Duration;

/**
 * How long a download waits and how often it tries.
 *
 * @param attempts in a row that bring nothing, before it gives up; one that brought bytes does not
 *     count
 * @param pause before the second attempt; doubled each time
 * @param longestPause no pause is longer
 * @param silence after which a server that sends nothing is given up
 */
public record Patience(int attempts, Duration pause, Duration longestPause, Duration silence) {
  /** Six attempts over about a minute; 30 s of silence. */
  public static final Patience USUAL =
      new Patience(6, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(30));

  /** The pause after so many failures in a row, or what the server asked for if that is longer. */
  Duration pauseAfter(int failures, Duration asked) {
    Duration doubled = pause.multipliedBy(1L << Math.min(failures - 1, 16));
    Duration wanted = doubled.compareTo(asked) < 0 ? asked : doubled;
    return wanted.compareTo(longestPause) < 0 ? wanted : longestPause;
  }
}

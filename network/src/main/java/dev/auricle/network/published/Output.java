package dev.auricle.network.published;

import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a published network stands for a clip. */
public enum Output {
  /** Its embedding, the mean over time: {@code [size]}. */
  VECTOR,
  /** Its embedding at each step of time: {@code [size, steps]}. */
  SEQUENCE,
  /**
   * Every block's channels, each its mean over bands and time, behind each other: {@code [sum of
   * channels]}. Early blocks hear timbre and texture, late ones kinds of sounds, and a linear model
   * of all is better than of the last alone. (Schmid, Koutini and Widmer, "Low-complexity audio
   * embedding extractors", 2023.)
   */
  LEVELS;

  /** As recipes write it: {@code vector}, {@code sequence}, {@code levels}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * By the word of a recipe; null is the vector.
   *
   * @throws AuricleException if there is none of that name
   */
  public static Output of(@Nullable Object word) {
    if (word == null) {
      return VECTOR;
    }
    List<Output> all = Arrays.asList(values());
    return all.stream()
        .filter(output -> output.word().equals(word.toString()))
        .findFirst()
        .orElseThrow(
            () ->
                new AuricleException(
                    "there is no output "
                        + word
                        + " of an embedding; expected "
                        + all.stream().map(Output::word).collect(Collectors.joining(", "))));
  }
}

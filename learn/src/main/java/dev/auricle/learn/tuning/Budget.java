package dev.auricle.learn.tuning;

import dev.auricle.signal.AuricleException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a search may spend: a number of trials per search ({@code 50}) or a time in all ({@code
 * 90s}, {@code 10m}, {@code 2h}), shared evenly by the searches of a nested run; at least one trial
 * is always made.
 *
 * @param trials the most per search
 * @param seconds the most in all
 */
public record Budget(int trials, double seconds) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})([smh]?)");

  /** The seconds of a time such as {@code 10m}, where a number of trials would mean nothing. */
  public static double time(String words) {
    Matcher matcher = FORM.matcher(words);
    if (matcher.matches()
        && !matcher.group(2).isEmpty()
        && Integer.parseInt(matcher.group(1)) > 0) {
      return parse(words).seconds();
    }
    throw new AuricleException(
        "--budget is " + words + "; expected a time such as 90s, 10m or 2h, above 0");
  }

  public static Budget parse(String words) {
    Matcher matcher = FORM.matcher(words);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      if (number > 0) {
        return switch (matcher.group(2)) {
          case "s" -> new Budget(Integer.MAX_VALUE, number);
          case "m" -> new Budget(Integer.MAX_VALUE, 60.0 * number);
          case "h" -> new Budget(Integer.MAX_VALUE, 3600.0 * number);
          default -> new Budget(number, Double.POSITIVE_INFINITY);
        };
      }
    }
    throw new AuricleException(
        "--budget is " + words + "; expected trials such as 50, or a time such as 90s, 10m or 2h");
  }
}

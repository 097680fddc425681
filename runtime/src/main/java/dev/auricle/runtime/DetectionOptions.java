package dev.auricle.runtime;

import dev.auricle.signal.AuricleException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How probabilities of overlapping windows become events. A bundle may hold them; one that does not
 * gets {@link #usual}.
 *
 * @param window length of a window in seconds; null takes the bundle's length
 * @param hop seconds from one window to the next; a decision is made for each
 * @param median seconds over which a running median smooths each label's probability; 0 for none
 * @param exclusive whether one label at a time is heard; else each label is decided by itself
 * @param rule of every label that has none of its own
 * @param rules of single labels
 * @param silenceDb level of 10 ms, in dB of full scale, below which nothing is heard; null hears
 *     everything
 * @param silence seconds from which on such a stretch separates events; at an event's ends shorter
 *     ones are cut off too
 * @param gapDb dB by which 10 ms must lie below the loudest of the five seconds before, and of the
 *     five after, to be part of a gap; null looks for no gaps
 * @param gap seconds from which on such a stretch separates events; at an event's ends shorter ones
 *     are cut off too
 * @param refine seconds by which a boundary may be moved to where the sound changes most; 0 leaves
 *     boundaries on the grid of hops
 */
public record DetectionOptions(
    @Nullable Double window,
    double hop,
    double median,
    boolean exclusive,
    EventRule rule,
    Map<String, EventRule> rules,
    @Nullable Double silenceDb,
    double silence,
    @Nullable Double gapDb,
    double gap,
    double refine) {
  /** Window of a bundle whose clips keep their own length. */
  private static final double FREE_WINDOW = 3;

  private static final double SHORTEST_HOP = 0.01;

  public DetectionOptions {
    if (!(hop >= SHORTEST_HOP)) {
      throw new IllegalArgumentException("hop must be 0.01 s or more, found " + hop);
    }
    rules = Map.copyOf(rules);
  }

  /**
   * What a bundle without options of its own gets, in proportion to its length; its labels' own
   * thresholds, where it has some, are where their events begin.
   */
  public static DetectionOptions usual(Bundle bundle) {
    double window = windowOf(bundle.preparation());
    double hop = Math.max(0.05, Math.min(0.5, window / 10));
    EventRule rule = new EventRule(0.5, 0.4, 2 * hop, 2 * hop);
    Map<String, EventRule> rules = new LinkedHashMap<>();
    for (int label = 0; label < bundle.thresholds().size(); label++) {
      double on = bundle.threshold(label);
      rules.put(
          bundle.labels().get(label), new EventRule(on, 0.8 * on, rule.minOn(), rule.minOff()));
    }
    return new DetectionOptions(
        null,
        hop,
        3 * hop,
        !bundle.multiLabel(),
        rule,
        rules,
        -60.0,
        0.5,
        null,
        1,
        Math.min(2, 0.4 * window));
  }

  /** A bundle's own options, or the usual ones. */
  public static DetectionOptions of(Bundle bundle) {
    DetectionOptions own = bundle.detection();
    return own == null ? usual(bundle) : own;
  }

  private static double windowOf(Preparation preparation) {
    Double seconds = preparation.seconds();
    return seconds == null ? FREE_WINDOW : seconds;
  }

  /** Length of a window, in seconds. */
  public double windowSeconds(Preparation preparation) {
    return window == null ? windowOf(preparation) : window;
  }

  /** The rule of a label. */
  public EventRule ruleOf(String label) {
    return rules.getOrDefault(label, rule);
  }

  /**
   * These, but for the options given: in JSON's form as {@link #describe} gives it, or as words of
   * a command line ({@code min-on}). A value for all labels also replaces it in the rules of single
   * labels.
   *
   * @throws AuricleException if an option is unknown or a value is out of range
   */
  public DetectionOptions with(Map<String, ?> changes) {
    Options options = new Options("detection", changes);
    EventRule newRule = rule.with(options);
    Map<String, EventRule> newRules = new LinkedHashMap<>();
    rules.forEach((label, each) -> newRules.put(label, each.with(options)));
    if (options.given("labels")) {
      readRules(changes.get("labels"), newRule, newRules);
    }
    DetectionOptions changed =
        new DetectionOptions(
            options.optionalNumber("window", window, 0.01, 3600),
            options.number("hop", hop, SHORTEST_HOP, 3600),
            options.number("median", median, 0, 3600),
            options.flag("exclusive", exclusive),
            newRule,
            newRules,
            options.optionalNumber("silenceDb", silenceDb, -200, 0),
            options.number("silence", silence, 0.01, 3600),
            options.optionalNumber("gapDb", gapDb, 1, 100),
            options.number("gap", gap, 0.1, 60),
            options.number("refine", refine, 0, 60));
    options.done();
    return changed;
  }

  private static void readRules(
      @Nullable Object labels, EventRule usual, Map<String, EventRule> into) {
    if (!(labels instanceof Map<?, ?> each)) {
      throw new AuricleException("detection: option labels is " + labels + ", expected an object");
    }
    each.forEach(
        (label, values) -> {
          if (!(values instanceof Map<?, ?> given)) {
            throw new AuricleException(
                "detection: option labels." + label + " is " + values + ", expected an object");
          }
          Map<String, Object> named = new LinkedHashMap<>();
          given.forEach((key, value) -> named.put(String.valueOf(key), value));
          Options options = new Options("detection of " + label, named);
          String name = String.valueOf(label);
          into.put(name, into.getOrDefault(name, usual).with(options));
          options.done();
        });
  }

  /** Every option, for JSON; {@link #with} reads it back. */
  public Map<String, Object> describe() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("window", window);
    json.put("hop", hop);
    json.put("median", median);
    json.put("exclusive", exclusive);
    rule.describe(json);
    Map<String, Object> each = new TreeMap<>();
    rules.forEach(
        (label, own) -> {
          Map<String, Object> described = new LinkedHashMap<>();
          own.describe(described);
          each.put(label, described);
        });
    json.put("labels", each);
    json.put("silenceDb", silenceDb);
    json.put("silence", silence);
    json.put("gapDb", gapDb);
    json.put("gap", gap);
    json.put("refine", refine);
    return json;
  }
}

package dev.auricle.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bundle says of a clip.
 *
 * @param ranked every label of the bundle with its probability, in descending order
 * @param given the labels that are the answer, the most probable first: at most one where labels
 *     exclude each other; none where no probability reaches its threshold, which is to say
 *     <em>unknown</em>
 */
public record Classification(List<Scored> ranked, List<Scored> given) {
  /** What stands for no answer. */
  public static final String UNKNOWN = "unknown";

  /** A label and its probability in [0, 1]. */
  public record Scored(String label, double probability) {
    /** Both, for JSON. */
    Map<String, Object> describe() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("label", label);
      map.put("probability", probability);
      return map;
    }
  }

  /** The most probable label, whether it is given or not. */
  public Scored best() {
    return ranked.get(0);
  }

  public List<Scored> top(int k) {
    return ranked.subList(0, Math.min(k, ranked.size()));
  }

  /** True where no probability reaches its threshold. */
  public boolean unknown() {
    return given.isEmpty();
  }

  /**
   * As commands and the server write it in JSON: {@code label}, which is {@link #UNKNOWN} where
   * none is given; {@code probability}, the highest one; {@code given}; {@code top}. The latter two
   * are lists of maps with {@code label} and {@code probability}.
   *
   * @param k how many labels of the likeliest
   */
  public Map<String, Object> describe(int k) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("label", unknown() ? UNKNOWN : best().label());
    map.put("probability", best().probability());
    map.put("given", described(given));
    map.put("top", described(top(k)));
    return map;
  }

  /** Labels as plain values, which {@link Json} writes. */
  static List<Map<String, Object>> described(List<Scored> labels) {
    return labels.stream().map(Scored::describe).toList();
  }

  /**
   * The same probabilities, answered by one threshold for all labels instead of the bundle's.
   *
   * @param threshold least probability at which a label is given
   * @param multiLabel true where several labels may be given
   */
  public Classification answeredFrom(double threshold, boolean multiLabel) {
    return new Classification(
        ranked,
        top(multiLabel ? ranked.size() : 1).stream()
            .filter(one -> one.probability() >= threshold)
            .toList());
  }
}

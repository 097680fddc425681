package dev.auricle.data.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an audit found.
 *
 * @param dataset its name
 * @param protocol in words: what "both sides" means here
 * @param leaks the surest kinds first, those that cross the protocol's sides before the others
 * @param facts of each example that could be read, sorted by id; empty after a quick audit
 * @param unreadable examples that could not be read, with the reason, by id
 * @param damaged examples that could be read although something was wrong with them, with what, by
 *     id
 * @param complete false after a quick audit, which decodes nothing
 */
public record Findings(
    String dataset,
    String protocol,
    List<Leak> leaks,
    List<FileFacts> facts,
    Map<String, String> unreadable,
    Map<String, String> damaged,
    boolean complete) {

  public Findings {
    leaks = List.copyOf(leaks);
    facts = List.copyOf(facts);
    unreadable = Map.copyOf(unreadable);
    damaged = Map.copyOf(damaged);
  }

  /** Those that put a tested clip, or its like, before the model in training. */
  public List<Leak> crossing() {
    return leaks.stream().filter(Leak::crosses).toList();
  }

  /** A line for each damaged example, by id. */
  public List<String> damages() {
    return new TreeMap<>(damaged)
        .entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList();
  }

  /** One line for whoever is about to train; empty where nothing crosses the sides. */
  public Optional<String> headline() {
    Map<Leak.Kind, Integer> counts = new TreeMap<>();
    crossing().forEach(leak -> counts.merge(leak.kind(), 1, Integer::sum));
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts =
        counts.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%,d × %s", e.getValue(), e.getKey().words()))
            .toList();
    return Optional.of(
        "leaks: " + String.join(", ", parts) + " on both sides of the split (auricle inspect)");
  }
}

package dev.auricle.data.audioset;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chosen classes, each with the ids that count to it.
 *
 * @param below by the chosen class's name: its own id and all below it
 */
public record RollUp(Map<String, Set<String>> below) {

  /** The chosen classes that some of the ids count to, in the order in which they were chosen. */
  public List<String> of(Collection<String> ids) {
    return below.entrySet().stream()
        .filter(e -> !Collections.disjoint(e.getValue(), ids))
        .map(Map.Entry::getKey)
        .toList();
  }
}

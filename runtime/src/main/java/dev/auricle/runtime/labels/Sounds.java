package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers events under the sounds that they name. */
final class Sounds {
  private final Map<String, List<Event>> events = new LinkedHashMap<>();

  void add(String file, Event event) {
    events.computeIfAbsent(file, name -> new ArrayList<>()).add(event);
  }

  List<SoundEvents> list() {
    return events.entrySet().stream()
        .map(each -> new SoundEvents(each.getKey(), 0, 0, each.getValue()))
        .toList();
  }
}

package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import java.util.List;

/**
 * The events of one sound.
 *
 * @param file the sound's path as given; empty where a label file does not name it
 * @param seconds length of the sound; at least the last event's end
 * @param sampleRate in Hz; 0 where unknown
 * @param events in time
 */
public record SoundEvents(String file, double seconds, int sampleRate, List<Event> events) {
  public SoundEvents {
    events = events.stream().sorted(Event.IN_TIME).toList();
    seconds = Math.max(seconds, events.stream().mapToDouble(Event::end).max().orElse(0));
  }

  /** Events of a sound of which nothing else is known. */
  public static SoundEvents of(List<Event> events) {
    return new SoundEvents("", 0, 0, events);
  }
}

package dev.auricle.app;

import dev.auricle.runtime.Event;
import dev.auricle.runtime.detection.DetectionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;

/** Gathers what a detector finds in one file, and what was wrong with it. */
final class FileEvents implements DetectionListener {
  private final Predicate<Event> kept;
  private final DoubleConsumer progress;
  private final List<Event> events = new ArrayList<>();
  private final List<String> damages = new ArrayList<>();

  FileEvents(Predicate<Event> kept) {
    this(kept, seconds -> {});
  }

  /** {@code progress} hears how many seconds more were heard; what it throws ends the file. */
  FileEvents(Predicate<Event> kept, DoubleConsumer progress) {
    this.kept = kept;
    this.progress = progress;
  }

  @Override
  public void heard(double start, double end, float[] probabilities) {
    progress.accept(end - start);
  }

  @Override
  public void event(Event event) {
    if (kept.test(event)) {
      events.add(event);
    }
  }

  @Override
  public void damaged(String what) {
    damages.add(what);
  }

  /** The events, in time. */
  List<Event> events() {
    return events.stream().sorted(Event.IN_TIME).toList();
  }

  List<String> damages() {
    return damages;
  }
}

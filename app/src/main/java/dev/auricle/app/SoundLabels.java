package dev.auricle.app;

import dev.auricle.runtime.Event;
import dev.auricle.runtime.labels.SoundEvents;
import dev.auricle.signal.AuricleException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which events of a label file are a sound's: by its path, else by its name where one has it. */
final class SoundLabels {
  private final Path labels;
  private final List<SoundEvents> known;

  SoundLabels(Path labels, List<SoundEvents> known) {
    this.labels = labels;
    this.known = known;
  }

  /**
   * The events of a sound.
   *
   * @throws AuricleException if the label file names other sounds, or several of its name
   */
  List<Event> of(Path sound) {
    List<SoundEvents> found =
        known.stream().filter(each -> each.file().equals(sound.toString())).toList();
    if (found.isEmpty()) {
      found = known.stream().filter(each -> samePath(each, sound)).toList();
    }
    if (found.isEmpty()) {
      found = known.stream().filter(each -> sameName(each, sound)).toList();
      if (found.size() > 1) {
        throw new AuricleException(
            "%s holds several sounds of the name %s: %s; none is %s, so give the path of one of them"
                .formatted(labels, sound.getFileName(), names(found), sound));
      }
    }
    if (found.isEmpty() && !known.isEmpty()) {
      throw new AuricleException(
          "%s names no %s; it holds %s; name the sound as the labels do, or leave it out if silent"
              .formatted(labels, sound, held()));
    }
    return found.stream().flatMap(each -> each.events().stream()).toList();
  }

  /** The one sound's events, taken for those of a sound whatever that is called; said if unlike. */
  List<Event> onlyFor(Path sound) {
    SoundEvents only = known.get(0);
    if (!likely(only, sound)) {
      System.err.println(
          "warning: " + labels + " is of " + only.file() + "; it is taken for that of " + sound);
    }
    return only.events();
  }

  /** Whether the label file names a sound, also where several have its name. */
  boolean knows(Path sound) {
    return known.stream()
        .anyMatch(
            each ->
                each.file().equals(sound.toString())
                    || samePath(each, sound)
                    || sameName(each, sound));
  }

  /** The sounds that the label file names. */
  String held() {
    return names(known);
  }

  private static String names(List<SoundEvents> sounds) {
    return Labels.few(
        sounds.stream()
            .map(each -> each.file().isEmpty() ? "events of an unnamed sound" : each.file())
            .toList());
  }

  /** Paths are taken from here and from where the label file lies. */
  private boolean samePath(SoundEvents events, Path sound) {
    Path named = path(events);
    if (named == null) {
      return false;
    }
    Path wanted = sound.toAbsolutePath().normalize();
    return named.toAbsolutePath().normalize().equals(wanted)
        || labels.toAbsolutePath().resolveSibling(named).normalize().equals(wanted);
  }

  /** Whether a label file's name for a sound ends in the sound's. */
  private static boolean sameName(SoundEvents events, Path sound) {
    Path named = path(events);
    return named != null
        && String.valueOf(named.getFileName()).equals(String.valueOf(sound.getFileName()));
  }

  /** Whether they may well be the sound's: some formats leave out a name's ending. */
  static boolean likely(SoundEvents events, Path sound) {
    Path named = path(events);
    return events.file().isEmpty()
        || sameName(events, sound)
        || (named != null && SoundFiles.baseName(named).equals(SoundFiles.baseName(sound)));
  }

  /** The same for a sound that is named in labels, too, and may be called anything. */
  static boolean likely(SoundEvents events, String sound) {
    try {
      return events.file().equals(sound) || likely(events, Path.of(sound));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** A sound's name as a path; null where it has none, or none that can be one. */
  static @Nullable Path path(SoundEvents events) {
    try {
      return events.file().isEmpty() ? null : Path.of(events.file());
    } catch (InvalidPathException e) {
      // Labels may call a sound anything.
      return null;
    }
  }
}

package dev.auricle.data;

import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that a list names and that are not there: a warning, or an error where none is left. Files
 * that nothing names: a warning.
 */
final class Missing {
  private Missing() {}

  /** Sounds that a layout's rule does not cover. */
  static void leftOut(List<String> files, String why, List<String> warnings) {
    if (!files.isEmpty()) {
      warnings.add(
          Counts.of(files.size(), "sound file") + " " + why + ", left out: " + Counts.few(files));
    }
  }

  static void check(Path list, List<String> missing, int found, List<String> warnings) {
    if (found == 0 && missing.isEmpty()) {
      throw new AuricleException(list + " names no sounds");
    }
    if (found == 0) {
      throw new AuricleException(
          "none of the "
              + Counts.of(missing.size(), "file")
              + " that "
              + list
              + " names is there: "
              + Counts.few(missing)
              + "; paths are taken from "
              + list.toAbsolutePath().normalize().getParent());
    }
    if (!missing.isEmpty()) {
      warnings.add(
          Counts.of(missing.size(), "file")
              + " named in "
              + list.getFileName()
              + " not found, left out: "
              + Counts.few(missing));
    }
  }
}

package dev.auricle.data;

import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.List;

/** Files that a list names and that are not there: a warning, or an error where none is left. */
final class Missing {
  private Missing() {}

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

package dev.auricle.data.table;

import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file's rows, so that one error names them together. */
public final class Problems {
  private static final int SHOWN = 5;

  private final Path file;
  private final List<String> lines = new ArrayList<>();

  public Problems(Path file) {
    this.file = file;
  }

  public void add(int line, String what) {
    lines.add("line " + line + ": " + what);
  }

  /** Does nothing where all rows were good. */
  public void throwIfAny() {
    if (lines.isEmpty()) {
      return;
    }
    if (lines.size() == 1) {
      throw new AuricleException(file + ", " + lines.get(0));
    }
    String more = lines.size() > SHOWN ? "\n  and " + (lines.size() - SHOWN) + " rows more" : "";
    throw new AuricleException(
        file
            + " has "
            + lines.size()
            + " broken rows:\n  "
            + String.join("\n  ", lines.subList(0, Math.min(SHOWN, lines.size())))
            + more);
  }
}

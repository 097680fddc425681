package dev.auricle.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a label may be called. Labels are printed in terminals, tables and files: one that cannot be
 * seen, or that a terminal would take for a command, is no name.
 */
public final class LabelNames {
  private LabelNames() {}

  /** What is wrong with a label, as words behind its name; null where nothing is. */
  public static @Nullable String fault(String label) {
    if (label.isBlank()) {
      return "is blank";
    }
    return label.chars().anyMatch(Character::isISOControl) ? "holds a control character" : null;
  }

  /** A label in quotes, fit to be printed whatever it holds. */
  public static String quoted(String label) {
    return "'" + label.replaceAll("\\p{Cc}", "?") + "'";
  }

  /**
   * Refuses labels of which one is no name, or stands there twice.
   *
   * @throws IllegalArgumentException that says which and what to do
   */
  public static void check(List<String> labels) {
    Set<String> before = new HashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      String fault = fault(label);
      if (fault == null && !before.add(label)) {
        fault = "stands there twice";
      }
      if (fault != null) {
        throw new IllegalArgumentException(
            "label "
                + (i + 1)
                + " of "
                + labels.size()
                + ", "
                + quoted(label)
                + ", "
                + fault
                + "; give each label a name of its own, of characters that can be printed, and train"
                + " the bundle anew");
      }
    }
  }
}

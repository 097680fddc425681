package dev.auricle.learn.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shortcut probe came to.
 *
 * @param scores all cues together first, then each that is not the same throughout, the most
 *     telling first; empty where nothing was probed
 * @param found the give-aways
 * @param notProbed why nothing could be said; null where something could
 */
public record Shortcuts(List<CueScore> scores, List<Shortcut> found, @Nullable String notProbed) {
  /** What holds for every finding. */
  public static final String ADVICE =
      "A score may count this instead of the sounds. Where it comes from how files were recorded or"
          + " stored, mend the files or the recipe as said; where it is the sounds' own nature (rain"
          + " is steadier than a bark), test on clips of another source (--group-by, --fold-by).";

  public Shortcuts {
    scores = List.copyOf(scores);
    found = List.copyOf(found);
  }

  static Shortcuts none(String reason) {
    return new Shortcuts(List.of(), List.of(), reason);
  }
}

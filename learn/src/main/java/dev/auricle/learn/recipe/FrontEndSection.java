package dev.auricle.learn.recipe;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.embedding.FrontEndChoice;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.signal.AuricleException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a {@code front-end}: a preset's name, or a mapping with a preset and its options. */
final class FrontEndSection {
  private FrontEndSection() {}

  /**
   * The front-end that stands in a mapping.
   *
   * @param usual the preset where it has none
   * @param sampleRate in Hz; 0 for the preset's own
   * @throws AuricleException if there is no such preset or option, or a value is out of range
   */
  static FrontEnd read(Settings parent, String usual, int sampleRate) {
    Map<String, Object> options = new LinkedHashMap<>();
    if (parent.isSection("front-end")) {
      Settings section = parent.sectionOrEmpty("front-end");
      for (String key : section.keys()) {
        options.put(camelCase(key), section.value(key));
      }
    } else {
      options.put("preset", parent.text("front-end", usual));
    }
    if (sampleRate > 0) {
      options.put("sampleRate", sampleRate);
    }
    try {
      return FrontEndChoice.of(options);
    } catch (AuricleException e) {
      throw parent.error("front-end: " + e.getMessage());
    }
  }

  /** Recipes are written with hyphens ({@code min-hz}), bundles' JSON without ({@code minHz}). */
  private static String camelCase(String key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      boolean hyphen = key.charAt(i) == '-' && i + 1 < key.length();
      name.append(hyphen ? Character.toUpperCase(key.charAt(++i)) : key.charAt(i));
    }
    return name.toString();
  }
}

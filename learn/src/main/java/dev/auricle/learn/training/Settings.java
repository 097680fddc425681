package dev.auricle.learn.training;

import dev.auricle.runtime.Nearest;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a recipe, read key by key. Every value is checked against its range, and {@link
 * #done} refuses keys that nobody asked for; errors name the source, the line and what would do.
 */
public final class Settings {
  private final String source;
  private final String path;
  private final int line;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private Settings(String source, String path, int line) {
    this.source = source;
    this.path = path;
    this.line = line;
  }

  /**
   * Wraps a YAML mapping.
   *
   * @param source name of the recipe's file, for errors
   * @param path of this mapping inside it, such as {@code model}; empty for the top
   */
  public static Settings of(String source, String path, MappingNode mapping) {
    Settings settings = new Settings(source, path, lineOf(mapping));
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw settings.error(lineOf(tuple.getKeyNode()), "a key must be a plain word");
      }
      if (settings.nodes.put(key.getValue(), tuple.getValueNode()) != null) {
        throw settings.error(
            lineOf(key), "the key '" + key.getValue() + "' stands twice; which one counts?");
      }
      settings.lines.put(key.getValue(), lineOf(key));
    }
    return settings;
  }

  /** Settings where the recipe has none: every default. */
  public static Settings empty(String source, String path) {
    return new Settings(source, path, 1);
  }

  public int integer(String key, int fallback, int min, int max) {
    String text = scalar(key);
    if (text == null) {
      return fallback;
    }
    try {
      int value = Integer.parseInt(text.replace("_", ""));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below, with the range
    }
    throw wrong(key, text, "a whole number from " + min + " to " + max);
  }

  public double number(String key, double fallback, double min, double max) {
    String text = scalar(key);
    if (text == null) {
      return fallback;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below, with the range
    }
    throw wrong(key, text, "a number from " + min + " to " + max);
  }

  /** A number, or null where the key is absent or says {@code none}. */
  public @Nullable Double optionalNumber(String key, double min, double max) {
    String text = scalar(key);
    return text == null || text.equals("none") ? null : (Double) number(key, 0, min, max);
  }

  public boolean flag(String key, boolean fallback) {
    String text = scalar(key);
    if (text == null) {
      return fallback;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw wrong(key, text, "true or false");
    };
  }

  public String text(String key, String fallback) {
    String text = scalar(key);
    return text == null ? fallback : text;
  }

  /** A scalar as what it looks like: a whole number, a number, true or false, or text. */
  public Object value(String key) {
    String text = text(key, "");
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    try {
      double number = Double.parseDouble(text);
      boolean whole = number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE;
      return whole ? (Object) (int) number : (Object) number;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** One of an enum's constants, written in lower case with hyphens. */
  public <E extends Enum<E>> E choice(String key, E fallback) {
    String text = scalar(key);
    if (text == null) {
      return fallback;
    }
    List<String> words = new ArrayList<>();
    for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
      String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (word.equals(text)) {
        return constant;
      }
      words.add(word);
    }
    throw wrong(key, text, "one of " + String.join(", ", words));
  }

  /** A list of whole numbers. */
  public List<Integer> integers(String key, List<Integer> fallback, int min, int max) {
    known.add(key);
    Node node = nodes.get(key);
    if (node == null) {
      return fallback;
    }
    List<Integer> values = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        String text = item instanceof ScalarNode scalar ? scalar.getValue() : "a nested value";
        try {
          values.add(Integer.parseInt(text));
        } catch (NumberFormatException e) {
          throw wrong(key, text, "whole numbers");
        }
        if (values.get(values.size() - 1) < min || values.get(values.size() - 1) > max) {
          throw wrong(key, text, "whole numbers from " + min + " to " + max);
        }
      }
      return values;
    }
    throw wrong(key, "no list", "a list such as [32, 64]");
  }

  /** A nested mapping. */
  public Optional<Settings> section(String key) {
    known.add(key);
    Node node = nodes.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof MappingNode mapping) {
      return Optional.of(of(source, path.isEmpty() ? key : path + "." + key, mapping));
    }
    throw wrong(key, "a single value", "a mapping of its own");
  }

  /** A nested mapping, or one with every default. */
  public Settings sectionOrEmpty(String key) {
    return section(key).orElseGet(() -> empty(source, path.isEmpty() ? key : path + "." + key));
  }

  /** A list of mappings; empty where the key is absent. */
  public List<Settings> sections(String key) {
    known.add(key);
    Node node = nodes.get(key);
    if (node == null) {
      return List.of();
    }
    List<Settings> sections = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (!(item instanceof MappingNode mapping)) {
          throw error(lineOf(item), "each entry of '" + key + "' must be a mapping");
        }
        sections.add(of(source, (path.isEmpty() ? key : path + "." + key) + "[]", mapping));
      }
      return sections;
    }
    throw wrong(key, "no list", "a list of mappings");
  }

  /** Keys present, in the order written. */
  public Set<String> keys() {
    return nodes.keySet();
  }

  /** True where the key holds a mapping. */
  public boolean isSection(String key) {
    return nodes.get(key) instanceof MappingNode;
  }

  /**
   * Refuses keys that nobody asked for; call it when everything was read.
   *
   * @throws AuricleException naming the line and the nearest known key
   */
  public void done() {
    for (String key : nodes.keySet()) {
      if (!known.contains(key)) {
        String where = path.isEmpty() ? "" : " in '" + path + "'";
        throw error(
            lines.getOrDefault(key, line),
            "unknown key '"
                + key
                + "'"
                + where
                + "; did you mean '"
                + Nearest.of(key, known)
                + "'? (known: "
                + String.join(", ", known)
                + ")");
      }
    }
  }

  /** An error about this mapping as a whole. */
  public AuricleException error(String message) {
    return error(line, message);
  }

  private @Nullable String scalar(String key) {
    known.add(key);
    Node node = nodes.get(key);
    if (node == null) {
      return null;
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(key, node instanceof MappingNode ? "a mapping" : "a list", "a single value");
  }

  private AuricleException wrong(String key, String found, String expected) {
    String name = path.isEmpty() ? key : path + "." + key;
    return error(
        lines.getOrDefault(key, line), "'" + name + "' is " + found + ", expected " + expected);
  }

  private AuricleException error(int where, String message) {
    return new AuricleException(source + ", line " + where + ": " + message);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}

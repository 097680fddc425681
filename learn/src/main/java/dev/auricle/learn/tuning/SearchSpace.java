package dev.auricle.learn.tuning;

import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A recipe and the ranges of its {@code tune} section, whose keys are paths into the recipe:
 *
 * <pre>{@code
 * tune:
 *   model.trees: [200, 500, 1000]
 *   model.min-leaf: {from: 1, to: 8}
 *   training.learning-rate: {from: 0.0003, to: 0.01, scale: log}
 * }</pre>
 */
public final class SearchSpace {
  private static final int MOST_GRID_POINTS = 100_000;

  private final String yaml;
  private final Map<String, Range> ranges = new LinkedHashMap<>();

  private SearchSpace(String yaml) {
    this.yaml = yaml;
  }

  /**
   * Reads a recipe's ranges.
   *
   * @throws AuricleException if it has none, or one of them cannot be read
   */
  public static SearchSpace of(Recipe recipe) {
    SearchSpace space = new SearchSpace(recipe.yaml());
    if (!(load(recipe.yaml()).get("tune") instanceof Map<?, ?> tune) || tune.isEmpty()) {
      throw new AuricleException(
          "recipe '"
              + recipe.name()
              + "' has no 'tune' section: print it by 'auricle recipes show "
              + recipe.name()
              + "', add ranges such as 'tune: {model.trees: [200, 500]}', and tune that file");
    }
    tune.forEach(
        (key, written) -> {
          String path = String.valueOf(key);
          space.ranges.put(path, Range.of(path, written));
        });
    // A misspelt path is found here, not after the first fold.
    space.recipe(space.draw(new Random(0)));
    return space;
  }

  /** Settings' paths, in the order written. */
  public List<String> paths() {
    return List.copyOf(ranges.keySet());
  }

  /** Values drawn at random, a setting each. */
  Map<String, Object> draw(Random random) {
    Map<String, Object> values = new LinkedHashMap<>();
    ranges.forEach((path, range) -> values.put(path, range.draw(random)));
    return values;
  }

  /** Every combination of the ranges' grid values, the last setting changing fastest. */
  List<Map<String, Object>> grid() {
    List<Map<String, Object>> points = List.of(Map.of());
    for (Map.Entry<String, Range> entry : ranges.entrySet()) {
      List<Map<String, Object>> longer = new ArrayList<>();
      for (Map<String, Object> point : points) {
        for (Object value : entry.getValue().grid()) {
          Map<String, Object> next = new LinkedHashMap<>(point);
          next.put(entry.getKey(), value);
          longer.add(next);
        }
      }
      if (longer.size() > MOST_GRID_POINTS) {
        throw new AuricleException(
            "the grid has more than "
                + MOST_GRID_POINTS
                + " points; use --method random, or fewer values");
      }
      points = longer;
    }
    return points;
  }

  /** The recipe with these values, and without its ranges. */
  Recipe recipe(Map<String, Object> values) {
    return recipe(values, null);
  }

  /** The same under another name; null keeps it. */
  Recipe recipe(Map<String, Object> values, @Nullable String name) {
    Map<String, Object> top = load(yaml);
    top.remove("tune");
    if (name != null) {
      top.put("name", name);
    }
    values.forEach((path, value) -> put(top, path, value));
    DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    return Recipes.parse(new Dump(settings).dumpToString(top), "tuned recipe");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> load(String yaml) {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return loaded instanceof Map<?, ?> map
        ? new LinkedHashMap<>((Map<String, Object>) map)
        : Map.of();
  }

  /** Puts a value where a path leads; of a list, by the number of its entry, from 1. */
  private static void put(Map<String, Object> top, String path, Object value) {
    String[] keys = path.split("\\.");
    top.put(keys[0], with(top.get(keys[0]), path, keys, 1, value));
  }

  @SuppressWarnings("unchecked")
  private static Object with(
      @Nullable Object node, String path, String[] keys, int depth, Object value) {
    if (depth == keys.length) {
      return value;
    }
    if (node instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      int entry = entry(path, keys[depth], copy.size());
      copy.set(entry, with(copy.get(entry), path, keys, depth + 1, value));
      return copy;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> map) {
      copy.putAll((Map<String, Object>) map);
    } else if (node instanceof String preset && keys[depth - 1].equals("front-end")) {
      copy.put("preset", preset);
    }
    copy.put(keys[depth], with(copy.get(keys[depth]), path, keys, depth + 1, value));
    return copy;
  }

  private static int entry(String path, String key, int size) {
    for (int k = 0; k < size; k++) {
      if (key.equals(String.valueOf(k + 1))) {
        return k;
      }
    }
    throw new AuricleException(
        "'tune: %s': '%s' is no entry of a list of %d; count from 1".formatted(path, key, size));
  }
}

package dev.auricle.bench.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is asked for: {@code ROW[=RECIPE][@FOLDS]}.
 *
 * @param folds from 1; none for all
 */
record Task(Row row, String recipe, String folds) {
  /** Reads what is asked for out of these rows. */
  static Task parse(String words, List<Row> rows) {
    String[] foldsApart = words.split("@", 2);
    String[] recipeApart = foldsApart[0].split("=", 2);
    Row row = named(recipeApart[0], rows);
    String recipe = recipeApart.length > 1 ? recipeApart[1] : row.recipe();
    return new Task(row, recipe, foldsApart.length > 1 ? foldsApart[1] : "");
  }

  private static Row named(String name, List<Row> rows) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no row " + name + ", only " + rows.stream().map(Row::name).toList()));
  }

  /** Indices of the folds, from 0. */
  int[] folds(int count) {
    return folds.isEmpty()
        ? IntStream.range(0, count).toArray()
        : Arrays.stream(folds.split(",")).mapToInt(word -> Integer.parseInt(word) - 1).toArray();
  }
}

package dev.auricle.bench.accuracy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is asked for: {@code ROW[=RECIPE][@FOLDS]}.
 *
 * @param folds from 1; none for all
 */
record Task(Row row, String recipe, String folds) {
  static Task parse(String words) {
    String[] foldsApart = words.split("@", 2);
    String[] recipeApart = foldsApart[0].split("=", 2);
    Row row = Row.named(recipeApart[0]);
    String recipe = recipeApart.length > 1 ? recipeApart[1] : row.recipe();
    return new Task(row, recipe, foldsApart.length > 1 ? foldsApart[1] : "");
  }

  /** Indices of the folds, from 0. */
  int[] folds(int count) {
    return folds.isEmpty()
        ? IntStream.range(0, count).toArray()
        : Arrays.stream(folds.split(",")).mapToInt(word -> Integer.parseInt(word) - 1).toArray();
  }
}

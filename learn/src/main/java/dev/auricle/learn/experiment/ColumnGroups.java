package dev.auricle.learn.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Columns that say the same thing in many numbers, by their names: all of {@code mfcc_7_mean}. */
final class ColumnGroups {
  private static final Pattern NUMBER = Pattern.compile("_\\d.*$");
  private static final Pattern STATISTIC = Pattern.compile("_(mean|deviation|min|max|median)$");
  private static final Pattern PITCH = Pattern.compile("^chroma_.*$");

  private ColumnGroups() {}

  /** Indices of the columns of each group, in the order of their first. */
  static Map<String, int[]> of(List<String> columns) {
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    for (int c = 0; c < columns.size(); c++) {
      found.computeIfAbsent(name(columns.get(c)), group -> new ArrayList<>()).add(c);
    }
    Map<String, int[]> groups = new LinkedHashMap<>();
    found.forEach(
        (name, members) ->
            groups.put(name, members.stream().mapToInt(Integer::intValue).toArray()));
    return groups;
  }

  private static String name(String column) {
    String plain = STATISTIC.matcher(NUMBER.matcher(column).replaceFirst("")).replaceFirst("");
    return PITCH.matcher(plain).replaceFirst("chroma");
  }
}

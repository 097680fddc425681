package dev.auricle.learn.features;

import dev.auricle.audio.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How far an unfinished table is safe.
 *
 * @param answers sounds or windows dealt with
 * @param rows of them that gave a row
 * @param position bytes of the unfinished file that hold those rows
 * @param failures reasons so far
 */
record Note(int answers, int rows, long position, List<String> failures) {
  private static final Note NONE = new Note(0, 0, 0, List.of());

  /**
   * The note of an earlier run with the same settings and corpus size; else one that starts anew.
   */
  static Note read(Path note, Path part, String settings, int items) throws IOException {
    if (!Files.exists(note) || !Files.exists(part)) {
      return NONE;
    }
    List<String> lines = Files.readAllLines(note);
    boolean same =
        lines.size() >= 3
            && lines.get(0).equals(settings)
            && lines.get(1).equals(Integer.toString(items));
    if (!same) {
      return NONE;
    }
    String[] numbers = lines.get(2).split(" ");
    long position = Long.parseLong(numbers[2]);
    if (Files.size(part) < position) {
      return NONE;
    }
    return new Note(
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[1]),
        position,
        lines.subList(3, lines.size()));
  }

  void write(Path note, String settings, int items) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(settings);
    lines.add(Integer.toString(items));
    lines.add(answers + " " + rows + " " + position);
    failures.forEach(failure -> lines.add(failure.replace('\n', ' ')));
    WholeFile.writeOrThrow(note, made -> Files.write(made, lines));
  }
}

package dev.auricle.app;

import dev.auricle.learn.parallel.InOrder;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * An answer printed for each file, in the files' order; bad files are named and passed over,
 * damaged ones named.
 */
final class EachFile {
  private EachFile() {}

  /** What is printed for a file. */
  private record Answer(Path file, String text, boolean failed, List<String> damages) {}

  /** Answers for a file, and tells what was wrong with one that could be read all the same. */
  @FunctionalInterface
  interface Answering {
    String of(Path file, Consumer<String> damages);
  }

  /**
   * Prints what {@code answering} gives, several files at a time.
   *
   * @return the exit code: 0 done, 1 every file failed, 3 some did
   */
  static int print(List<Path> files, RunOptions options, Answering answering) {
    int[] failed = new int[1];
    InOrder.run(
        files.stream()
            .map(file -> (Callable<Answer>) () -> answer(file, options, answering))
            .iterator(),
        options.threads,
        answer -> {
          failed[0] += answer.failed() ? 1 : 0;
          Announcement.damaged(answer.file(), answer.damages());
          (answer.failed() && !options.json ? System.err : System.out).println(answer.text());
        });
    return failed[0] == 0 ? 0 : failed[0] == files.size() ? 1 : 3;
  }

  private static Answer answer(Path file, RunOptions options, Answering answering) {
    try {
      List<String> damages = new ArrayList<>();
      return new Answer(file, answering.of(file, damages::add), false, damages);
    } catch (AuricleException e) {
      String message = String.valueOf(e.getMessage());
      if (options.json) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", file.toString());
        map.put("error", message);
        return new Answer(file, Json.line(map), true, List.of());
      }
      return new Answer(file, "auricle: " + message, true, List.of());
    }
  }
}

package dev.auricle.app;

import dev.auricle.learn.parallel.InOrder;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** An answer printed for each file, in the files' order; bad files are named and passed over. */
final class EachFile {
  private EachFile() {}

  /** What is printed for a file. */
  private record Answer(String text, boolean failed) {}

  /**
   * Prints what {@code answering} gives, several files at a time.
   *
   * @return the exit code: 0 done, 1 every file failed, 3 some did
   */
  static int print(List<Path> files, RunOptions options, Function<Path, String> answering) {
    int[] failed = new int[1];
    InOrder.run(
        files.stream()
            .map(file -> (Callable<Answer>) () -> answer(file, options, answering))
            .iterator(),
        options.threads,
        answer -> {
          failed[0] += answer.failed() ? 1 : 0;
          (answer.failed() && !options.json ? System.err : System.out).println(answer.text());
        });
    return failed[0] == 0 ? 0 : failed[0] == files.size() ? 1 : 3;
  }

  private static Answer answer(Path file, RunOptions options, Function<Path, String> answering) {
    try {
      return new Answer(answering.apply(file), false);
    } catch (AuricleException e) {
      String message = String.valueOf(e.getMessage());
      if (options.json) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", file.toString());
        map.put("error", message);
        return new Answer(Json.line(map), true);
      }
      return new Answer("auricle: " + message, true);
    }
  }
}

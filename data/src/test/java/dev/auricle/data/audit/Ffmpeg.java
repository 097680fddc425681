package dev.auricle.data.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Assumptions;

/** FFmpeg's own program, which comes with its libraries, for what only an encoder can make. */
final class Ffmpeg {
  private Ffmpeg() {}

  /** Converts a file; skips the test where the program cannot be run or lacks the encoder. */
  static void convert(Path in, String filter, Path out, String... options) {
    List<String> command = new ArrayList<>();
    try {
      command.add(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
      command.addAll(List.of("-v", "error", "-y", "-i", in.toString(), "-af", filter));
      command.addAll(List.of(options));
      command.add(out.toString());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      Assumptions.assumeTrue(process.waitFor() == 0, "SKIPPED: ffmpeg: " + said);
    } catch (IOException | UnsatisfiedLinkError e) {
      Assumptions.abort("SKIPPED: cannot run ffmpeg: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.auricle.data.audioset;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program, run to its end; what it says is kept to tell why it failed. */
final class ProgramRun {
  private static final int LINES_KEPT = 20;

  private ProgramRun() {}

  static void of(Duration longest, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .start();
    Deque<String> said = new ArrayDeque<>();
    Thread reader = new Thread(() -> listen(process, said));
    reader.setDaemon(true);
    reader.start();
    try {
      if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
        throw new Failed("took longer than " + longest.toSeconds() + " s");
      }
      reader.join(TimeUnit.SECONDS.toMillis(5));
      if (process.exitValue() != 0) {
        throw new Failed(reason(said, process.exitValue()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static File nothing() {
    return new File(System.getProperty("os.name", "").startsWith("Win") ? "NUL" : "/dev/null");
  }

  private static void listen(Process process, Deque<String> said) {
    try (InputStream out = process.getInputStream()) {
      new String(out.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(
              line -> {
                synchronized (said) {
                  said.add(line);
                  if (said.size() > LINES_KEPT) {
                    said.remove();
                  }
                }
              });
    } catch (IOException e) {
      // the process was ended
    }
  }

  /** {@code ERROR: [youtube] dQw4w9WgXcQ: Video unavailable} becomes {@code Video unavailable}. */
  private static String reason(Deque<String> said, int code) {
    synchronized (said) {
      return said.stream()
          .filter(line -> !line.isBlank())
          .sorted(Comparator.comparing(line -> !line.startsWith("ERROR")))
          .findFirst()
          .map(line -> line.replaceFirst("^ERROR:\\s*(\\[[^]]*]\\s*[\\w-]+:\\s*)?", ""))
          .orElse("ended with code " + code);
    }
  }

  /** A program failed; its words. */
  static final class Failed extends IOException {
    private static final long serialVersionUID = 1L;

    Failed(String why) {
      super(why);
    }
  }
}

package dev.auricle.data.audioset;

import dev.auricle.audio.files.WholeFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Brings one clip: yt-dlp fetches the stretch of the video, FFmpeg makes a FLAC file of it. */
final class ClipCutter {
  private static final int LINES_KEPT = 20;

  private final Path ytDlp;
  private final Path ffmpeg;
  private final Duration longest;

  ClipCutter(Programs programs, Duration longest) {
    this.ytDlp = Objects.requireNonNull(programs.ytDlp());
    this.ffmpeg = Objects.requireNonNull(programs.ffmpeg());
    this.longest = longest;
  }

  /** It could not be had; the message is the program's own. */
  static final class Gone extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern PASSING =
        Pattern.compile(
            "HTTP Error (429|5\\d\\d)|timed out|took longer|name resolution|getaddrinfo|resolve"
                + "|[Cc]onnection|unreachable|SSL|not a bot|rate.limit");

    Gone(String why) {
      super(why);
    }

    /** Whether the video may well be there: the network fails, or YouTube has had enough of us. */
    boolean mayPass() {
      return PASSING.matcher(String.valueOf(getMessage())).find();
    }
  }

  void cut(Clip clip, Path file) throws IOException, Gone {
    Path work = Files.createTempDirectory("auricle-clip-");
    try {
      Segment s = clip.segment();
      run(
          List.of(
              ytDlp.toString(),
              "--quiet",
              "--no-warnings",
              "--no-playlist",
              "--format",
              "bestaudio/best",
              "--ffmpeg-location",
              ffmpeg.toString(),
              "--download-sections",
              String.format(Locale.ROOT, "*%.3f-%.3f", s.start(), s.end()),
              "--output",
              work.resolve("sound.%(ext)s").toString(),
              clip.address()));
      Path got = only(work);
      WholeFile.writeOrThrow(
          file,
          temporary ->
              encode(got, temporary, String.format(Locale.ROOT, "%.3f", s.end() - s.start())));
    } catch (Failed e) {
      throw new Gone(String.valueOf(e.getMessage()));
    } finally {
      delete(work);
    }
  }

  private void encode(Path from, Path to, String seconds) throws IOException {
    run(
        List.of(
            ffmpeg.toString(),
            "-nostdin",
            "-loglevel",
            "error",
            "-y",
            "-i",
            from.toString(),
            "-t",
            seconds,
            "-vn",
            "-f",
            "flac",
            to.toString()));
  }

  private void run(List<String> command) throws IOException {
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

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow(() -> new Failed("yt-dlp brought no file"));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  /** A program failed; its words. */
  private static final class Failed extends IOException {
    private static final long serialVersionUID = 1L;

    Failed(String why) {
      super(why);
    }
  }
}

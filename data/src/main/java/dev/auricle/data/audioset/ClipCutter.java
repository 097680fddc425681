package dev.auricle.data.audioset;

import dev.auricle.audio.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Brings one clip: yt-dlp fetches the stretch of the video, FFmpeg makes a FLAC file of it. */
final class ClipCutter {
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
      ProgramRun.of(
          longest,
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
    } catch (ProgramRun.Failed e) {
      throw new Gone(String.valueOf(e.getMessage()));
    } finally {
      delete(work);
    }
  }

  private void encode(Path from, Path to, String seconds) throws IOException {
    ProgramRun.of(
        longest,
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

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow(() -> new ProgramRun.Failed("yt-dlp brought no file"));
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
}

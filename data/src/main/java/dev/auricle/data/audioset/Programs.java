package dev.auricle.data.audioset;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The programs that bring clips from YouTube.
 *
 * @param ytDlp null where it is not on the PATH
 * @param ffmpeg null where it is not on the PATH
 */
public record Programs(@Nullable Path ytDlp, @Nullable Path ffmpeg) {

  /** Those on the PATH of this process. */
  public static Programs onPath() {
    return in(System.getenv().getOrDefault("PATH", ""));
  }

  /** Those in the folders of a PATH. */
  public static Programs in(String path) {
    return new Programs(find(path, "yt-dlp"), find(path, "ffmpeg"));
  }

  /** What is missing and where to have it; empty where nothing is. */
  public List<String> missing() {
    Map<String, String> hints =
        Map.of(
            "yt-dlp", "yt-dlp (https://github.com/yt-dlp/yt-dlp, or: pipx install yt-dlp)",
            "ffmpeg", "ffmpeg (https://ffmpeg.org, or your system's package ffmpeg)");
    List<String> missing = new ArrayList<>();
    if (ytDlp == null) {
      missing.add(hints.get("yt-dlp"));
    }
    if (ffmpeg == null) {
      missing.add(hints.get("ffmpeg"));
    }
    return missing;
  }

  private static @Nullable Path find(String path, String name) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .filter(folder -> !folder.isEmpty())
        .flatMap(f -> Stream.of(Path.of(f, name), Path.of(f, name + ".exe")))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }
}

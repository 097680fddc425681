package dev.auricle.data.audioset;

import dev.auricle.audio.files.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code manifest.csv} of clips: a group is the video. Where in the video a clip was cut stands in
 * columns that no reader of manifests takes for a stretch of the clip.
 */
final class ClipManifest {
  private ClipManifest() {}

  static void write(Path folder, List<Clip> clips) {
    StringBuilder text = new StringBuilder("path,label,group,video,cut_from,cut_to\n");
    for (Clip clip : clips) {
      Segment s = clip.segment();
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%.3f,%.3f\n",
              quoted(clip.path()),
              quoted(clip.label()),
              s.video(),
              s.video(),
              s.start(),
              s.end()));
    }
    WholeFile.write(folder.resolve("manifest.csv"), to -> Files.writeString(to, text));
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}

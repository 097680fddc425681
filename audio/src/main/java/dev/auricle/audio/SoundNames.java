package dev.auricle.audio;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which files of a folder are taken for sounds. */
public final class SoundNames {
  private static final Set<String> ENDINGS =
      Set.of(
          "3gp", "aac", "ac3", "aif", "aifc", "aiff", "amr", "ape", "au", "caf", "flac", "m4a",
          "mka", "mkv", "mp2", "mp3", "mp4", "oga", "ogg", "opus", "rf64", "snd", "spx", "tta",
          "w64", "wav", "wave", "webm", "wma", "wv");

  private SoundNames() {}

  /**
   * True for what file managers do not show, and for what macOS puts beside sounds ({@code
   * ._a.wav}, {@code __MACOSX}): whoever looks through folders passes over it.
   */
  public static boolean isHidden(Path fileOrFolder) {
    String name = String.valueOf(fileOrFolder.getFileName());
    return name.startsWith(".") || name.equals("__MACOSX");
  }

  /**
   * True where the name ends as sounds' names do, in any case. A file that a user names is read
   * whatever its name.
   */
  public static boolean isSound(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot > 0 && ENDINGS.contains(name.substring(dot + 1));
  }
}

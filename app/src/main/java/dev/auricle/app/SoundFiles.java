package dev.auricle.app;

import dev.auricle.audio.SoundNames;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Files and folders as the command line names them. */
final class SoundFiles {
  private SoundFiles() {}

  /**
   * Files as named (whatever their extension; a missing one fails when it is read), and the sounds
   * inside folders that are not hidden, sorted.
   *
   * @throws AuricleException if a folder holds no sound
   */
  static List<Path> expand(List<Path> inputs) {
    List<Path> files = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        List<Path> inside = inside(input);
        if (inside.isEmpty()) {
          throw new AuricleException(input + ": no sound file in this folder");
        }
        files.addAll(inside);
      } else {
        files.add(input);
      }
    }
    return files;
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(SoundNames::isSound)
          .filter(file -> !hidden(folder.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AuricleException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean hidden(Path inside) {
    return StreamSupport.stream(inside.spliterator(), false).anyMatch(SoundNames::isHidden);
  }

  /** A file's or folder's name without its ending. */
  static String baseName(Path path) {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}

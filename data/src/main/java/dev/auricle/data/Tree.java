package dev.auricle.data;

import dev.auricle.audio.SoundNames;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What lies in a folder: read once, shown to every layout.
 *
 * @param root the folder
 * @param audio sound files, relative to the root with forward slashes, sorted
 * @param others all other files, in the same form
 * @param warnings what could not be read
 */
record Tree(Path root, List<String> audio, List<String> others, List<String> warnings) {
  /** Walks a folder, following links, leaving out what is hidden. */
  static Tree scan(Path root) {
    List<String> audio = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
              return !dir.equals(root) && SoundNames.isHidden(dir)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
              if (!SoundNames.isHidden(file)) {
                (SoundNames.isSound(file) ? audio : others).add(relative(root, file));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              warnings.add("cannot read " + file + ": " + e.getMessage());
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new AuricleException("cannot read the folder " + root + ": " + e.getMessage(), e);
    }
    audio.sort(null);
    others.sort(null);
    return new Tree(root, List.copyOf(audio), List.copyOf(others), List.copyOf(warnings));
  }

  /** A path relative to a root, with forward slashes. */
  static String relative(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** The last part of a relative path. */
  static String fileName(String relative) {
    return relative.substring(relative.lastIndexOf('/') + 1);
  }

  /** A file's name less its folder and extension. */
  static String stem(String relative) {
    String name = fileName(relative);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The folders above a file, outermost first. */
  static List<String> folders(String relative) {
    List<String> parts = List.of(relative.split("/"));
    return parts.subList(0, parts.size() - 1);
  }

  /** The only folder at the top, where all sounds lie at least one folder further down. */
  Optional<String> wrapper() {
    List<String> tops =
        audio.stream().map(f -> f.substring(0, f.indexOf('/') + 1)).distinct().toList();
    boolean deep = audio.stream().allMatch(f -> folders(f).size() > 1);
    return tops.size() == 1 && deep ? Optional.of(folders(audio.get(0)).get(0)) : Optional.empty();
  }

  Path path(String relative) {
    return root.resolve(relative);
  }

  /** {@code 12 .txt, 3 .pdf}: the most frequent kinds of file first. */
  String census() {
    Map<String, Integer> counts = new TreeMap<>();
    audio.forEach(f -> counts.merge(extension(f), 1, Integer::sum));
    others.forEach(f -> counts.merge(extension(f), 1, Integer::sum));
    List<String> kinds =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(e -> e.getValue() + (e.getKey().isEmpty() ? " without ending" : " ." + e.getKey()))
            .toList();
    return kinds.isEmpty()
        ? "no files"
        : String.join(", ", kinds.subList(0, Math.min(8, kinds.size())));
  }

  private static String extension(String name) {
    String last = fileName(name.replace('\\', '/'));
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }
}

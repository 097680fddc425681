package dev.auricle.learn.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the packs of all spaces together below a number of bytes.
 *
 * @param folder of all spaces
 * @param mostBytes the bound
 */
record Bound(Path folder, long mostBytes) {
  /** A pack still unfinished after this long was left by a process that was killed. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private record Found(Path file, long bytes, Instant used) {}

  /** Deletes abandoned files, and the packs least recently used until the rest fits. */
  void keep() {
    List<Found> packs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, 2)) {
      files.filter(Files::isRegularFile).forEach(file -> look(file, packs));
    } catch (IOException | UncheckedIOException e) {
      return; // Another process is tidying up.
    }
    packs.sort(Comparator.comparing(Found::used));
    long bytes = packs.stream().mapToLong(Found::bytes).sum();
    for (Found pack : packs) {
      if (bytes <= mostBytes) {
        return;
      }
      delete(pack.file());
      bytes -= pack.bytes();
    }
  }

  private static void look(Path file, List<Found> packs) {
    try {
      Found found = new Found(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
      if (Pack.named(file)) {
        packs.add(found);
      } else if (file.toString().endsWith(PackWriter.UNFINISHED)
          && found.used().isBefore(Instant.now().minus(ABANDONED))) {
        delete(file);
      }
    } catch (IOException e) {
      // Gone in the meantime.
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Another process reads it, and the system minds: it goes another time.
    }
  }
}

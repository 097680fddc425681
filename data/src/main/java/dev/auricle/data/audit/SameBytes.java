package dev.auricle.data.audit;

import dev.auricle.data.Example;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files of equal length and SHA-256. Only files that share their length are read. */
final class SameBytes {
  private SameBytes() {}

  static List<Leak> find(Sides sides) {
    List<Example> examples = sides.dataset().examples();
    Map<Path, List<Integer>> byPath = new LinkedHashMap<>();
    for (int i = 0; i < examples.size(); i++) {
      byPath.computeIfAbsent(examples.get(i).path(), p -> new ArrayList<>()).add(i);
    }
    Map<Long, List<Path>> bySize = new TreeMap<>();
    for (Path path : byPath.keySet()) {
      bySize.computeIfAbsent(size(path), s -> new ArrayList<>()).add(path);
    }
    List<Leak> leaks = new ArrayList<>();
    bySize.forEach(
        (size, paths) -> {
          if (paths.size() > 1) {
            Map<String, List<Path>> byHash = new LinkedHashMap<>();
            paths.forEach(p -> byHash.computeIfAbsent(sha256(p), h -> new ArrayList<>()).add(p));
            byHash.forEach(
                (hash, same) -> {
                  if (same.size() > 1) {
                    List<Integer> indices = new ArrayList<>();
                    same.forEach(p -> indices.addAll(byPath.getOrDefault(p, List.of())));
                    String what = same.size() + " files, SHA-256 " + hash.substring(0, 12) + "…";
                    leaks.add(sides.leak(Leak.Kind.SAME_BYTES, what, indices));
                  }
                });
          }
        });
    return leaks;
  }

  static String sha256(Path path) {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path)) {
      int count;
      while ((count = in.read(buffer)) > 0) {
        digest.update(buffer, 0, count);
      }
    } catch (IOException e) {
      throw new AuricleException("cannot read " + path + ": " + e.getMessage(), e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new AuricleException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}

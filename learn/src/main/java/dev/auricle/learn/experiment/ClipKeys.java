package dev.auricle.learn.experiment;

import dev.auricle.data.Example;
import dev.auricle.learn.cache.ContentKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names clips by their files' bytes and where in them they lie; a file is read once. */
final class ClipKeys {
  private final Map<Path, String> files = new ConcurrentHashMap<>();

  String of(Example example) {
    String file = files.computeIfAbsent(example.path(), ContentKey::of);
    return example.start() == null && example.end() == null
        ? file
        : ContentKey.of(file + " " + example.start() + " " + example.end());
  }
}

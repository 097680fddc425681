package dev.auricle.learn.experiment;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.learn.cache.ContentKey;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Speakers, sources and other groups that a bundle was trained on, known again by the SHA-256 of
 * their names: other clips of theirs are easier than those of strangers.
 */
final class KnownGroups {
  /** What stands for a group where nobody named one. */
  private static final Set<String> NO_NAMES = Set.of("clip", "file");

  private KnownGroups() {}

  /** True where the dataset's groups have names that may come again in another dataset. */
  static boolean named(Dataset dataset) {
    return !NO_NAMES.contains(dataset.groupName());
  }

  /** What a group is known by. */
  static String key(String group) {
    return ContentKey.of(group);
  }

  /** What the groups of some clips are known by, sorted. */
  static List<String> keys(Dataset dataset, int[] clips) {
    return IntStream.of(clips)
        .mapToObj(dataset.examples()::get)
        .map(Example::group)
        .distinct()
        .map(KnownGroups::key)
        .sorted()
        .toList();
  }
}

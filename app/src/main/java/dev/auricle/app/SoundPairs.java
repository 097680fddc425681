package dev.auricle.app;

import dev.auricle.learn.events.EventScores;
import dev.auricle.learn.events.EventScoring;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.labels.SoundEvents;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sounds of a reference and of an estimate, side by side: by path (as named, or from where the
 * label files lie), else by name, else by name without its ending, where one sound alone has it on
 * either side.
 *
 * @param pairs in the reference's order, then those of the estimate alone
 * @param onlyInReference sounds of which nothing was found
 * @param onlyInEstimate sounds of which the reference knows nothing
 */
record SoundPairs(List<Pair> pairs, List<String> onlyInReference, List<String> onlyInEstimate) {
  /** One sound's events, there and found. */
  record Pair(String file, List<Event> there, List<Event> found) {}

  /**
   * Matches the sounds of two label files.
   *
   * @throws AuricleException if none of one is in the other
   */
  static SoundPairs of(
      Path reference, List<SoundEvents> there, Path estimate, List<SoundEvents> found) {
    Map<SoundEvents, SoundEvents> partners = new LinkedHashMap<>();
    List<SoundEvents> left = new ArrayList<>(there);
    List<SoundEvents> right = new ArrayList<>(found);
    match(left, right, SoundEvents::file, SoundEvents::file, partners);
    match(left, right, each -> place(reference, each), each -> place(estimate, each), partners);
    match(left, right, SoundPairs::name, SoundPairs::name, partners);
    match(left, right, SoundPairs::base, SoundPairs::base, partners);
    if (partners.isEmpty()) {
      throw new AuricleException(
          "no sound of %s is in %s: they hold %s, and %s; name the sounds alike, or one of them as third argument"
              .formatted(
                  estimate,
                  reference,
                  new SoundLabels(estimate, found).held(),
                  new SoundLabels(reference, there).held()));
    }
    List<Pair> pairs = new ArrayList<>();
    for (SoundEvents one : there) {
      SoundEvents partner = partners.get(one);
      pairs.add(new Pair(one.file(), one.events(), partner == null ? List.of() : partner.events()));
    }
    right.forEach(one -> pairs.add(new Pair(one.file(), List.of(), one.events())));
    return new SoundPairs(pairs, files(left), files(right));
  }

  private static List<String> files(List<SoundEvents> sounds) {
    return sounds.stream().map(SoundEvents::file).toList();
  }

  /** Pairs those that share a key which nobody else of their side has, and takes them out. */
  private static void match(
      List<SoundEvents> left,
      List<SoundEvents> right,
      Function<SoundEvents, String> leftKey,
      Function<SoundEvents, String> rightKey,
      Map<SoundEvents, SoundEvents> partners) {
    Map<String, List<SoundEvents>> lefts =
        left.stream()
            .collect(Collectors.groupingBy(leftKey, LinkedHashMap::new, Collectors.toList()));
    Map<String, List<SoundEvents>> rights = right.stream().collect(Collectors.groupingBy(rightKey));
    Set<String> keys = new LinkedHashSet<>(lefts.keySet());
    keys.remove("");
    for (String key : keys) {
      List<SoundEvents> ours = lefts.getOrDefault(key, List.of());
      List<SoundEvents> theirs = rights.getOrDefault(key, List.of());
      if (ours.size() == 1 && theirs.size() == 1) {
        partners.put(ours.get(0), theirs.get(0));
        left.remove(ours.get(0));
        right.remove(theirs.get(0));
      }
    }
  }

  private static String place(Path labels, SoundEvents sound) {
    return path(sound, path -> labels.toAbsolutePath().resolveSibling(path).normalize().toString());
  }

  private static String name(SoundEvents sound) {
    return path(sound, path -> String.valueOf(path.getFileName()));
  }

  private static String base(SoundEvents sound) {
    return path(sound, SoundFiles::baseName);
  }

  private static String path(SoundEvents sound, Function<Path, String> key) {
    Path path = SoundLabels.path(sound);
    return path == null ? "" : key.apply(path);
  }

  /** The scores of each, in the pairs' order. */
  List<EventScores> scores(EventScoring scoring) {
    return pairs.stream().map(pair -> scoring.score(pair.there(), pair.found())).toList();
  }
}

package dev.auricle.data.audioset;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Segments drawn for chosen classes: a segment counts to a class if it carries it or one below it
 * in the ontology; those that carry two of the chosen are left out, and a video is drawn once.
 *
 * @param draws by class, every segment that would do, in the order drawn: the first are taken, and
 *     one that cannot be had is replaced by the next
 * @param ambiguous segments left out because they carry two of the classes
 */
public record Choice(Map<String, List<Segment>> draws, int ambiguous) {

  /**
   * Draws. The same segments (in any order), classes and seed give the same draw; a class's draw
   * does not depend on the other classes, but for what is left out.
   *
   * @throws AuricleException if nothing carries one of the classes
   */
  public static Choice draw(List<Segment> segments, RollUp classes, long seed) {
    Map<String, List<Segment>> byClass = new LinkedHashMap<>();
    classes.below().keySet().forEach(name -> byClass.put(name, new ArrayList<>()));
    List<Segment> sorted = new ArrayList<>(segments);
    sorted.sort(Comparator.comparing(Segment::video).thenComparing(Segment::start));
    Set<String> videos = new HashSet<>();
    int ambiguous = 0;
    for (Segment segment : sorted) {
      List<String> carried = classes.of(segment.classes());
      if (carried.size() > 1) {
        ambiguous++;
      } else if (carried.size() == 1 && videos.add(segment.video())) {
        byClass.computeIfAbsent(carried.get(0), c -> new ArrayList<>()).add(segment);
      }
    }
    byClass.forEach(
        (name, found) -> {
          if (found.isEmpty()) {
            throw new AuricleException(
                "no segment of these lists carries " + name + " and none other of the classes");
          }
          Collections.shuffle(found, new Random(seed ^ name.hashCode()));
        });
    return new Choice(byClass, ambiguous);
  }
}

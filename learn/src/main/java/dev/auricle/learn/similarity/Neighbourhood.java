package dev.auricle.learn.similarity;

import dev.auricle.data.Example;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.learn.training.TrainingContext.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a look at each clip's nearest clips tells of a dataset: suspicions for people to listen to,
 * not facts.
 *
 * @param embedding by which clips were compared
 * @param clips that were compared
 * @param alike pairs of different groups that are nearly one, the likest first
 * @param doubtful clips whose label all their nearest contradict, the clearest first
 */
public record Neighbourhood(
    String embedding, int clips, List<Alike> alike, List<Doubtful> doubtful) {
  /**
   * From which cosine on two clips are nearly one, chosen for {@code mn04}: of 25 clips of ESC-50
   * made 6 dB quieter and compressed to 64 kbit/s 21 lie above it, and 9 pairs of different
   * recordings among its 2000 clips.
   */
  public static final double NEARLY_ONE = 0.96;

  /** How many nearest clips must agree against a label. */
  public static final int VOTES = 5;

  /** Comparing each clip with each other takes the square of their number. */
  public static final int MOST_CLIPS = 20_000;

  /** Two clips that are nearly one. */
  public record Alike(Example first, Example second, double similarity) {
    /** Whether they carry different labels. */
    public boolean labelsDiffer() {
      return !Set.copyOf(first.labels()).equals(Set.copyOf(second.labels()));
    }
  }

  /**
   * A clip that its nearest clips contradict.
   *
   * @param suggested the one label that they all carry
   * @param nearest the nearest of them
   */
  public record Doubtful(Example example, String suggested, Neighbour nearest) {}

  /** Looks at every clip. Clips of one group have one source: they are neither pairs nor votes. */
  public static Neighbourhood of(
      EmbeddedClips clips, String embedding, int threads, Progress progress) {
    int count = clips.examples().size();
    List<List<Alike>> alike = new ArrayList<>();
    @Nullable Doubtful[] doubtful = new Doubtful[count];
    IntStream.range(0, count).forEach(i -> alike.add(new ArrayList<>()));
    Parallel.forEach(
        count,
        threads,
        progress,
        i -> {
          nearlyOne(clips, i, alike.get(i));
          doubtful[i] = doubt(clips, i);
        });
    return new Neighbourhood(
        embedding,
        count,
        alike.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingDouble(Alike::similarity).reversed())
            .toList(),
        IntStream.range(0, count)
            .mapToObj(i -> doubtful[i])
            .flatMap(Stream::ofNullable)
            .sorted(
                Comparator.comparingDouble((Doubtful found) -> found.nearest().similarity())
                    .reversed())
            .toList());
  }

  private static void nearlyOne(EmbeddedClips clips, int i, List<Alike> found) {
    for (int j = i + 1; j < clips.examples().size(); j++) {
      Example first = clips.examples().get(i);
      Example second = clips.examples().get(j);
      double similarity = EmbeddedClips.cosine(clips.vector(i), clips.vector(j));
      if (similarity >= NEARLY_ONE && !first.group().equals(second.group())) {
        found.add(new Alike(first, second, similarity));
      }
    }
  }

  private static @Nullable Doubtful doubt(EmbeddedClips clips, int i) {
    Example example = clips.examples().get(i);
    if (example.labels().size() != 1) {
      return null;
    }
    List<Neighbour> nearest =
        clips.nearest(clips.vector(i), VOTES, other -> !other.group().equals(example.group()));
    Set<List<String>> labels =
        nearest.stream().map(other -> other.example().labels()).collect(Collectors.toSet());
    if (nearest.size() < VOTES || labels.size() != 1 || labels.contains(example.labels())) {
      return null;
    }
    return new Doubtful(example, String.join(", ", labels.iterator().next()), nearest.get(0));
  }
}

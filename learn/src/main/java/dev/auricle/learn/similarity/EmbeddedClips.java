package dev.auricle.learn.similarity;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.learn.experiment.ClipFeatures;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.learn.training.TrainingContext.Progress;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/**
 * A dataset's clips as vectors of length 1, of those that could be read. Embeddings are kept on
 * disk by the content of the clips, as features are. Immutable.
 */
public final class EmbeddedClips {
  private final List<Example> examples;
  private final float[][] vectors;
  private final List<String> failures;

  private EmbeddedClips(List<Example> examples, float[][] vectors, List<String> failures) {
    this.examples = examples;
    this.vectors = vectors;
    this.failures = failures;
  }

  /** Embeds every clip that can be read. */
  public static EmbeddedClips of(
      Dataset dataset, Embedder embedder, int threads, Progress progress) {
    int count = dataset.examples().size();
    float[][] made = new float[count][];
    Map<Integer, String> failed = new ConcurrentSkipListMap<>();
    try (ClipFeatures features = new ClipFeatures(embedder.frontEnd(), embedder.preparation())) {
      Parallel.forEach(
          count,
          threads,
          progress,
          i -> {
            try {
              made[i] = unit(features.of(dataset.examples().get(i)).values());
            } catch (AuricleException e) {
              failed.put(i, String.valueOf(e.getMessage()));
            }
          });
    }
    List<Example> examples = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (!failed.containsKey(i)) {
        examples.add(dataset.examples().get(i));
        vectors.add(made[i]);
      }
    }
    return new EmbeddedClips(
        List.copyOf(examples), vectors.toArray(new float[0][]), List.copyOf(failed.values()));
  }

  /** The vector of one clip, of length 1. */
  public static float[] embed(Example example, Embedder embedder) {
    try (ClipFeatures features = new ClipFeatures(embedder.frontEnd(), embedder.preparation())) {
      return unit(features.of(example).values());
    }
  }

  /** A copy of length 1; one of zeros stays so, and is like nothing. */
  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (scale * vector[i]);
    }
    return unit;
  }

  /** Clips that could be read, in the dataset's order. */
  public List<Example> examples() {
    return examples;
  }

  /** Why the others could not. */
  public List<String> failures() {
    return failures;
  }

  /**
   * The clips most like a vector, the likest first; equal ones by their names.
   *
   * @param vector of length 1
   * @param most how many at most
   * @param wanted which clips may be given
   */
  public List<Neighbour> nearest(float[] vector, int most, Predicate<Example> wanted) {
    Comparator<Neighbour> leastFirst = Comparator.comparingDouble(Neighbour::similarity);
    PriorityQueue<Neighbour> best = new PriorityQueue<>(leastFirst);
    for (int i = 0; i < vectors.length; i++) {
      double similarity = cosine(vector, vectors[i]);
      Neighbour worst = best.peek();
      boolean better = best.size() < most || (worst != null && similarity > worst.similarity());
      if (better && wanted.test(examples.get(i))) {
        best.add(new Neighbour(examples.get(i), similarity));
        if (best.size() > most) {
          best.poll();
        }
      }
    }
    return best.stream()
        .sorted(leastFirst.reversed().thenComparing(found -> found.example().id()))
        .toList();
  }

  float[] vector(int i) {
    return vectors[i];
  }

  static double cosine(float[] a, float[] b) {
    // Four sums, because one would wait for its last addition.
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return Math.max(-1, Math.min(1, (s0 + s1) + (s2 + s3)));
  }
}

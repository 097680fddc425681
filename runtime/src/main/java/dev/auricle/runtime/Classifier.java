package dev.auricle.runtime;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioReader;
import dev.auricle.audio.SampleSource;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A bundle, loaded. Thread-safe; close it to free native memory.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.load(Path.of("digits.auricle"))) {
 *   System.out.println(classifier.classify(Path.of("seven.wav")).best().label());
 * }
 * }</pre>
 *
 * <p>A sound much longer than the bundle's length (see {@link Windows}) is read in chunks, in flat
 * memory; its probabilities are the mean over windows of that length, each half a window after the
 * one before.
 */
public final class Classifier implements AutoCloseable {
  /** More features in one call gain nothing and cost memory. */
  private static final int TOGETHER = 32;

  private final Bundle bundle;
  private final OnnxModel model;

  private Classifier(Bundle bundle, OnnxModel model) {
    this.bundle = bundle;
    this.model = model;
  }

  /**
   * Reads a bundle and loads its graph for one thread a call.
   *
   * @throws AuricleException as {@link Bundle#read} does
   */
  public static Classifier load(Path bundle) {
    return load(bundle, 1);
  }

  /** Reads a bundle; {@code threads} are those used inside one call. */
  public static Classifier load(Path file, int threads) {
    BundleReader.Contents contents = Bundle.open(file);
    Classifier classifier = null;
    try {
      classifier = of(contents.bundle(), threads);
      contents.selfTest().replay(classifier, file.toString());
      return classifier;
    } catch (RuntimeException e) {
      if (classifier != null) {
        classifier.close();
      }
      throw e instanceof AuricleException known ? named(known, file) : e;
    }
  }

  /**
   * Loads a bundle that is already in memory; {@code threads} are those used inside one call.
   *
   * @throws AuricleException if the graph cannot be loaded, or scores another number of labels
   */
  public static Classifier of(Bundle bundle, int threads) {
    OnnxModel model = OnnxModel.load(bundle.graph(), threads);
    int scored = model.labels();
    if (scored >= 0 && scored != bundle.labels().size()) {
      model.close();
      throw new AuricleException(
          "model "
              + bundle.name()
              + " scores "
              + scored
              + " labels, but the bundle names "
              + bundle.labels().size());
    }
    return new Classifier(bundle, model);
  }

  public Bundle bundle() {
    return bundle;
  }

  /**
   * Classifies a file; one much longer than the bundle's length is averaged over windows.
   *
   * @throws AuricleException if the file cannot be read or holds no samples
   */
  public Classification classify(Path file) {
    return classify(file, damage -> {});
  }

  /**
   * As {@link #classify(Path)}, telling what was wrong with a file that could be read all the same;
   * see {@link AudioReader#warnings}.
   */
  public Classification classify(Path file, Consumer<String> damages) {
    try (AudioReader reader = AudioReader.open(file, bundle.preparation().sampleRate())) {
      float[] probabilities = average(reader, file.toString());
      reader.warnings().forEach(damages);
      return ranked(probabilities);
    } catch (AuricleException e) {
      // What lies behind decoding knows samples, not files.
      throw named(e, file);
    }
  }

  private static AuricleException named(AuricleException failure, Path file) {
    String message = String.valueOf(failure.getMessage());
    return message.contains(file.toString())
        ? failure
        : new AuricleException(file + ": " + message, failure);
  }

  /**
   * Classifies what a source gives at the rate of the bundle's preparation, as {@link
   * #classify(Path)} classifies a file.
   *
   * @param name stands in error messages
   * @throws AuricleException if it holds no samples
   */
  public Classification classify(SampleSource source, String name) {
    return ranked(average(source, name));
  }

  /** Classifies a clip in memory, as {@link #classify(Path)} classifies a file. */
  public Classification classify(AudioClip clip) {
    return ranked(probabilities(clip));
  }

  /** Classifies clips, several in one call of the graph where their features share a shape. */
  public List<Classification> classify(List<AudioClip> clips) {
    Windows windows = windows();
    float[][] rows = new float[clips.size()][];
    List<Integer> whole = new ArrayList<>();
    List<Features> features = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      AudioClip clip = bundle.preparation().resample(clips.get(i));
      if (windows.takesWhole(clip)) {
        whole.add(i);
        features.add(features(clip));
      } else {
        rows[i] = probabilities(clip);
      }
    }
    float[][] scored = predict(features);
    for (int i = 0; i < scored.length; i++) {
      rows[whole.get(i)] = scored[i];
    }
    return Arrays.stream(rows).map(this::ranked).toList();
  }

  /** Probabilities of a clip in memory, in the order of the bundle's labels. */
  float[] probabilities(AudioClip clip) {
    AudioClip resampled = bundle.preparation().resample(clip);
    return windows().takesWhole(resampled)
        ? predict(List.of(features(resampled)))[0]
        : average(Windows.source(resampled), "the clip");
  }

  private Windows windows() {
    return Windows.of(bundle.preparation(), bundle.longestSeconds());
  }

  /** The mean over a sound's windows; a short sound is one window. */
  private float[] average(SampleSource source, String name) {
    double[] sum = new double[bundle.labels().size()];
    int[] count = {0};
    Preparation preparation = bundle.preparation();
    windows()
        .cut(
            source,
            preparation.sampleRate(),
            windows -> {
              for (float[] row : predict(windows.stream().map(this::features).toList())) {
                count[0]++;
                for (int label = 0; label < sum.length; label++) {
                  sum[label] += row[label];
                }
              }
            });
    if (count[0] == 0) {
      throw new AuricleException(
          name + " holds no samples; expected at least one: record or export it again");
    }
    float[] mean = new float[sum.length];
    for (int label = 0; label < sum.length; label++) {
      mean[label] = (float) (sum[label] / count[0]);
    }
    return mean;
  }

  private Features features(AudioClip clip) {
    return bundle.frontEnd().compute(bundle.preparation().apply(clip));
  }

  /** Whether the graph reads features of that shape. */
  public boolean accepts(int... shape) {
    return model.accepts(shape);
  }

  /**
   * Probabilities, {@code float[features][labels]}, of features that the bundle's front-end made of
   * prepared samples. Neighbours of one shape go through the graph together.
   *
   * @throws AuricleException if the graph does not read their shape
   */
  public float[][] predict(List<Features> features) {
    float[][] rows = new float[features.size()][];
    for (int from = 0, to; from < rows.length; from = to) {
      int[] shape = features.get(from).shape();
      to = from + 1;
      while (to < rows.length
          && to - from < TOGETHER
          && Arrays.equals(features.get(to).shape(), shape)) {
        to++;
      }
      float[][] scored = model.predict(features.subList(from, to));
      if (scored[0].length != bundle.labels().size()) {
        throw new AuricleException(
            "the graph scores "
                + scored[0].length
                + " labels, but the bundle names "
                + bundle.labels().size());
      }
      System.arraycopy(scored, 0, rows, from, scored.length);
    }
    return rows;
  }

  private Classification ranked(float[] probabilities) {
    List<Classification.Scored> scored = new ArrayList<>();
    Set<String> enough = new HashSet<>();
    for (int label = 0; label < probabilities.length; label++) {
      String name = bundle.labels().get(label);
      scored.add(new Classification.Scored(name, probabilities[label]));
      if (probabilities[label] >= bundle.threshold(label)) {
        enough.add(name);
      }
    }
    // The sort is stable: equal probabilities keep the labels' order.
    scored.sort(Comparator.comparingDouble(Classification.Scored::probability).reversed());
    List<Classification.Scored> given =
        scored.stream()
            .limit(bundle.multiLabel() ? scored.size() : 1)
            .filter(one -> enough.contains(one.label()))
            .toList();
    return new Classification(List.copyOf(scored), given);
  }

  @Override
  public void close() {
    model.close();
  }
}

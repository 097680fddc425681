package dev.auricle.bench;

import dev.auricle.audio.AudioReader;
import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.learn.classical.ClassicalTrainers;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.learn.training.Settings;
import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.Preparation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Times the fit of classical models, on one thread, on a dataset's descriptors, for {@code
 * bench/peers/fitting.py}, which fits scikit-learn's on the same matrix in turns with this: each
 * line read from standard input is a model as a recipe writes it, and is answered by the processor
 * time of one fit, in seconds, which includes writing the ONNX graph.
 *
 * <p>Arguments: the dataset's folder and a folder for the matrix ({@code matrix.f32}, row by row,
 * and {@code labels.i32}); a matrix that is there already is not made again.
 */
public final class FittingBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private FittingBench() {}

  public static void main(String[] args) throws IOException {
    Dataset dataset = Layouts.open(Path.of(args[0]));
    Path folder = Path.of(args[1]);
    if (!Files.exists(folder.resolve("labels.i32"))) {
      write(dataset, compute(dataset), folder);
    }
    TrainingData data = read(dataset, folder);
    System.out.println("ready");
    try (Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
      for (int seed = 1; lines.hasNextLine(); seed++) {
        Trainer trainer = trainer(lines.nextLine());
        long start = THREADS.getCurrentThreadCpuTime();
        trainer.fit(data, null, new TrainingContext(seed, 1, TrainingContext.Progress.NONE));
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%.3f%n", seconds);
      }
    }
  }

  private static List<Features> compute(Dataset dataset) {
    FrontEnd frontEnd = FrontEnds.preset("descriptors");
    Preparation preparation = new Preparation(frontEnd.sampleRate(), null, null);
    Features[] features = new Features[dataset.examples().size()];
    Parallel.forEach(
        features.length,
        Runtime.getRuntime().availableProcessors(),
        TrainingContext.Progress.NONE,
        i -> {
          Path file = dataset.examples().get(i).path();
          features[i] =
              frontEnd.compute(preparation.apply(AudioReader.read(file, AudioReader.NATIVE_RATE)));
        });
    return List.of(features);
  }

  private static TrainingData read(Dataset dataset, Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("matrix.f32"));
    FloatBuffer matrix = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    int rows = dataset.examples().size();
    List<Features> features = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      float[] values = new float[matrix.capacity() / rows];
      matrix.get(values);
      features.add(new Features(values, values.length));
    }
    return new Rows(dataset, features, IntStream.range(0, rows).toArray());
  }

  private static Trainer trainer(String model) {
    MappingNode node =
        (MappingNode)
            new Compose(LoadSettings.builder().build()).composeString(model).orElseThrow();
    Settings settings = Settings.of("bench", "model", node);
    return ClassicalTrainers.of(settings.text("type", ""), settings);
  }

  private static void write(Dataset dataset, List<Features> features, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    int columns = features.get(0).values().length;
    ByteBuffer matrix = little(features.size() * columns);
    ByteBuffer labels = little(features.size());
    for (int i = 0; i < features.size(); i++) {
      for (float value : features.get(i).values()) {
        matrix.putFloat(value);
      }
      labels.putInt(dataset.labelIndex(dataset.examples().get(i).label()));
    }
    Files.write(folder.resolve("matrix.f32"), matrix.array());
    Files.write(folder.resolve("labels.i32"), labels.array());
  }

  private static ByteBuffer little(int numbers) {
    return ByteBuffer.allocate(Float.BYTES * numbers).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Clips whose features are in memory. */
  private record Rows(Dataset dataset, List<Features> all, int[] indices) implements TrainingData {
    @Override
    public int size() {
      return indices.length;
    }

    @Override
    public List<String> labels() {
      return dataset.labels();
    }

    @Override
    public boolean multiLabel() {
      return false;
    }

    @Override
    public Features features(int i) {
      return all.get(indices[i]);
    }

    @Override
    public float[] samples(int i) {
      throw new UnsupportedOperationException("classical models read features only");
    }

    @Override
    public int sampleRate() {
      return 22050;
    }

    @Override
    public float[] target(int i) {
      float[] target = new float[labels().size()];
      target[dataset.labelIndex(dataset.examples().get(indices[i]).label())] = 1;
      return target;
    }

    @Override
    public String group(int i) {
      return dataset.examples().get(indices[i]).group();
    }

    @Override
    public TrainingData subset(int[] some) {
      return new Rows(dataset, all, IntStream.of(some).map(i -> indices[i]).toArray());
    }
  }
}

package dev.auricle.bench;

import dev.auricle.audio.AudioReader;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Layouts;
import dev.auricle.learn.classical.ClassicalTrainers;
import dev.auricle.learn.training.Settings;
import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.Preparation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Times the fit of classical models, on one thread, on a dataset's descriptors, and leaves the
 * matrix for {@code peers/fitting.py} to do the same by scikit-learn. The time includes writing the
 * ONNX graph.
 *
 * <p>Arguments: the dataset's folder and a folder for the matrix ({@code matrix.f32}, row by row,
 * and {@code labels.i32}).
 */
public final class FittingBench {
  private static final List<String> MODELS =
      List.of(
          "{type: forest, trees: 500}",
          "{type: logistic, l2: 30}",
          "{type: adaboost-tree, rounds: 50, max-depth: 8}");

  private FittingBench() {}

  public static void main(String[] args) throws IOException {
    Dataset dataset = Layouts.open(Path.of(args[0]));
    FrontEnd frontEnd = FrontEnds.preset("descriptors");
    Preparation preparation = new Preparation(frontEnd.sampleRate(), null, null);
    List<Features> features = new ArrayList<>();
    for (Example example : dataset.examples()) {
      features.add(
          frontEnd.compute(
              preparation.apply(AudioReader.read(example.path(), AudioReader.NATIVE_RATE))));
    }
    write(dataset, features, Path.of(args[1]));
    int[] every = IntStream.range(0, features.size()).toArray();
    for (String model : MODELS) {
      for (int round = 1; round <= 3; round++) {
        Trainer trainer = trainer(model);
        long start = System.nanoTime();
        trainer.fit(
            new Rows(dataset, features, every),
            null,
            new TrainingContext(round, 1, TrainingContext.Progress.NONE));
        System.out.printf("%s round %d: %.2f s%n", model, round, (System.nanoTime() - start) / 1e9);
      }
    }
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

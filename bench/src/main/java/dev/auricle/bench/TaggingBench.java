package dev.auricle.bench;

import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Time from 10 s of samples to {@code mn04}'s label, one thread: {@code TaggingBench CHECKPOINT
 * [GRAPH [ROUNDS]]}. Writes the graph where {@code bench/peers/tagging.py} reads it.
 */
public final class TaggingBench {
  private static final int SAMPLES = 320_000;

  private TaggingBench() {}

  public static void main(String[] args) throws IOException {
    PublishedNetwork network = PublishedNetworks.named("mn04");
    byte[] graph = network.graph(network.fill(CheckpointReader.read(Path.of(args[0]))));
    if (args.length > 1) {
      Files.write(Path.of(args[1]), graph);
    }
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
    FrontEnd frontEnd = FrontEnds.preset("mn-mel");
    float[] samples = new float[SAMPLES];
    Random random = new Random(1);
    for (int i = 0; i < SAMPLES; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    double[] mels = new double[rounds];
    double[] networks = new double[rounds];
    double[] both = new double[rounds];
    try (OnnxModel model = OnnxModel.load(graph, 1)) {
      for (int i = -rounds / 2; i < rounds; i++) {
        long start = System.nanoTime();
        Features mel = frontEnd.compute(samples);
        long middle = System.nanoTime();
        model.predict(List.of(mel));
        if (i >= 0) {
          mels[i] = (middle - start) / 1e6;
          networks[i] = (System.nanoTime() - middle) / 1e6;
          both[i] = mels[i] + networks[i];
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "auricle  mel %6.2f ms, network %6.2f ms, both %6.2f ms (least of %d, one thread)%n",
        least(mels),
        least(networks),
        least(both),
        rounds);
  }

  private static double least(double[] times) {
    return Arrays.stream(times).min().orElse(Double.NaN);
  }
}

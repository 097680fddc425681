package dev.auricle.bench;

import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Compares ResNet-18 with torchvision's on a checkpoint that torchvision wrote: {@code
 * bench/peers/resnet.py FOLDER}, then this with the same folder.
 */
public final class CheckResNet {
  private CheckResNet() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    PublishedNetwork network = PublishedNetworks.named("resnet18");
    byte[] graph =
        network.graph(network.fill(CheckpointReader.read(folder.resolve("resnet18.pth"))));
    Features picture = new Features(floats(folder.resolve("picture.bin")), 3, 224, 224);
    try (OnnxModel model = OnnxModel.load(graph, 1)) {
      for (String output : List.of(PublishedNetwork.EMBEDDING, PublishedNetwork.PROBABILITIES)) {
        float[] expected = floats(folder.resolve(output + ".bin"));
        float[] found = model.compute(output, List.of(picture)).get(0).values();
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
          difference = Math.max(difference, Math.abs(expected[i] - found[i]));
          largest = Math.max(largest, Math.abs(expected[i]));
        }
        System.out.printf(
            Locale.ROOT,
            "%s: %d values up to %.4g, largest difference %.2g%n",
            output,
            found.length,
            largest,
            difference);
      }
    }
  }

  private static float[] floats(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }
}

package dev.auricle.network.published;

import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import dev.auricle.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs graphs with several outputs, and reads the reference values beside the repository. */
final class Graphs {
  private Graphs() {}

  /** One output of a graph for one input, {@code [1, …]}. */
  static float[] run(byte[] graph, String output, float[] features, int... shape) {
    try (OnnxModel model = OnnxModel.load(graph, 1)) {
      int[] each = Arrays.copyOfRange(shape, 1, shape.length);
      return model.compute(output, List.of(new Features(features, each))).get(0).values();
    }
  }

  /** Reference values, such as {@code mn04_as-chord-mel}; skips the test where there are none. */
  static float[] golden(String name) throws IOException {
    Path npy = Shared.require("golden/outputs/" + name + ".npy");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(10 + bytes.getShort(8));
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }
}

package dev.auricle.network.published;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.auricle.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Runs graphs with several outputs, and reads the reference values beside the repository. */
final class Graphs {
  private Graphs() {}

  /** One output of a graph for one input. */
  static float[] run(byte[] graph, String output, float[] features, long... shape)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(graph);
        OnnxTensor tensor =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(features), shape);
        OrtSession.Result result =
            session.run(Map.of(PublishedNetwork.FEATURES, tensor), Set.of(output))) {
      FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
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

package dev.auricle.network.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Small files that {@code bench/peers/checkpoints.py} wrote with the formats' own libraries. */
final class Tiny {
  static final List<String> FILES =
      List.of("tiny.pt", "tiny-legacy.pt", "tiny.safetensors", "tiny.onnx", "tiny.tflite");

  private Tiny() {}

  static byte[] bytes(String file) throws IOException {
    try (InputStream in = Tiny.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("no test resource " + file);
      }
      return in.readAllBytes();
    }
  }

  static Checkpoint read(String file) throws IOException {
    return CheckpointReader.read(file, ByteBuffer.wrap(bytes(file)));
  }
}

package dev.auricle.learn.experiment;

import dev.auricle.learn.cache.CodeVersion;
import dev.auricle.network.embedding.BundleEmbedding;
import dev.auricle.network.embedding.EmbeddingFrontEnd;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.Preparation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Features as bytes: the number of axes, their lengths, the values; little-endian. */
final class CachedFeatures {
  private CachedFeatures() {}

  /**
   * The space in which features are kept: whatever they depend on beside the file's bytes.
   *
   * @param preparation of samples before they are brought to a length
   * @param seconds that length; null for each clip's own
   */
  static String space(Preparation preparation, FrontEnd frontEnd, @Nullable Double seconds) {
    boolean embeds = frontEnd instanceof EmbeddingFrontEnd || frontEnd instanceof BundleEmbedding;
    return String.join(
        " ",
        "features",
        embeds ? CodeVersion.ofTraining() : CodeVersion.ofFeatures(),
        FrontEnds.describe(frontEnd).toString(),
        preparation.toString(),
        String.valueOf(seconds));
  }

  static byte[] bytes(Features features) {
    int[] shape = features.shape();
    float[] values = features.values();
    ByteBuffer buffer =
        ByteBuffer.allocate(Integer.BYTES * (1 + shape.length) + Float.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(shape.length);
    for (int length : shape) {
      buffer.putInt(length);
    }
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  static Features read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int[] shape = new int[buffer.getInt()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = buffer.getInt();
    }
    float[] values = new float[buffer.remaining() / Float.BYTES];
    buffer.asFloatBuffer().get(values);
    return new Features(values, shape);
  }
}

package dev.auricle.learn.experiment;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What an experiment must know of a clip before it asks for its samples.
 *
 * @param key names the clip by its file's bytes
 * @param fingerprint its {@link Fingerprint}, in hex
 * @param samples how many there are after resampling and trimming
 * @param seconds its length as stored
 */
record ClipFacts(String key, String fingerprint, int samples, double seconds) {
  private static final int DIGEST = 32;

  /** The form in the cache, which is found by the key. */
  byte[] bytes() {
    return ByteBuffer.allocate(DIGEST + Integer.BYTES + Double.BYTES)
        .put(HexFormat.of().parseHex(fingerprint))
        .putInt(samples)
        .putDouble(seconds)
        .array();
  }

  static ClipFacts read(String key, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] digest = new byte[DIGEST];
    buffer.get(digest);
    String fingerprint = HexFormat.of().formatHex(digest);
    return new ClipFacts(key, fingerprint, buffer.getInt(), buffer.getDouble());
  }
}

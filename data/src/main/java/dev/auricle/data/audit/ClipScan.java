package dev.auricle.data.audit;

import dev.auricle.audio.AudioReader;
import dev.auricle.data.Example;
import dev.auricle.data.ExampleAudio;
import dev.auricle.signal.Resampler;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One example, decoded once.
 *
 * @param facts what was measured
 * @param samplesHash SHA-256 of the decoded samples at their own rate
 * @param samples the first ten minutes at {@link #RATE}, for the fingerprint
 * @param damages what was wrong with it, though it could be read
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once and never compared
record ClipScan(FileFacts facts, String samplesHash, float[] samples, List<String> damages) {
  /** Rate at which sounds are compared, in Hz. */
  static final int RATE = 8000;

  private static final int CHUNK = 1 << 14;
  private static final int KEPT_SECONDS = 600;

  static ClipScan of(Example example) {
    try (AudioReader reader = ExampleAudio.open(example, AudioReader.NATIVE_RATE)) {
      int rate = reader.sampleRate();
      Meter meter = new Meter(rate);
      MessageDigest digest = Digests.sha256();
      ByteBuffer bytes = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
      float[] chunk = new float[CHUNK];
      float[] kept = new float[CHUNK];
      int length = 0;
      int count;
      while ((count = reader.read(chunk, 0, CHUNK)) > 0) {
        meter.add(chunk, count);
        bytes.clear();
        bytes.asFloatBuffer().put(chunk, 0, count);
        digest.update(bytes.array(), 0, 4 * count);
        int keep = Math.min(count, KEPT_SECONDS * rate - length);
        if (keep > 0) {
          if (length + keep > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(2 * kept.length, length + keep));
          }
          System.arraycopy(chunk, 0, kept, length, keep);
          length += keep;
        }
      }
      return new ClipScan(
          meter.facts(example.id(), reader.info()),
          HexFormat.of().formatHex(digest.digest()),
          Resampler.resample(Arrays.copyOf(kept, length), rate, RATE),
          reader.warnings());
    }
  }
}

package dev.auricle.learn.experiment;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.fetch.Checksum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Names sounds by their samples, so that a clip is known again under another name or in another
 * folder.
 */
public final class Fingerprint {
  private static final int BUFFER = 1 << 16;

  private Fingerprint() {}

  /** SHA-256, in hex, of the samples as 16-bit integers and their rate. */
  public static String of(AudioClip clip) {
    MessageDigest digest = sha256();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    bytes.putInt(clip.sampleRate());
    for (float sample : clip.samples()) {
      if (bytes.remaining() < Short.BYTES) {
        digest.update(bytes.flip());
        bytes.clear();
      }
      bytes.putShort((short) Math.max(-32768, Math.min(32767, Math.round(sample * 32768))));
    }
    digest.update(bytes.flip());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256, in hex, of a set of clips, whatever their order. */
  public static String of(List<String> clips) {
    MessageDigest digest = sha256();
    clips.stream().sorted().forEach(c -> digest.update(c.getBytes(StandardCharsets.US_ASCII)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    return Checksum.digest("SHA-256");
  }
}

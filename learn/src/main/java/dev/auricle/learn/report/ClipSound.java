package dev.auricle.learn.report;

import dev.auricle.audio.AudioClip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A clip as a data URI that every browser plays. */
final class ClipSound {
  private static final int HEADER = 44;

  private ClipSound() {}

  /** 16-bit PCM in a WAV file. */
  static String dataUri(AudioClip clip) {
    float[] samples = clip.samples();
    int rate = clip.sampleRate();
    ByteBuffer wav =
        ByteBuffer.allocate(HEADER + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(wav.capacity() - 8).put(ascii("WAVEfmt ")).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put(ascii("data")).putInt(2 * samples.length);
    for (float sample : samples) {
      wav.putShort((short) Math.round(32767 * Math.max(-1, Math.min(1, sample))));
    }
    return "data:audio/wav;base64," + Base64.getEncoder().encodeToString(wav.array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

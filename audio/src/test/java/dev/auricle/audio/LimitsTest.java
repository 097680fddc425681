package dev.auricle.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Story: headers that claim absurd things cost neither memory nor time. */
class LimitsTest {
  /** A WAV of one second's silence, with its header's fields overwritten. */
  private static byte[] wav(int rate, int channels, int bytesPerFrame, long dataBytes) {
    byte[] bytes = AudioWriter.encode(Tones.sine(8000, 1, 440), AudioFormat.WAV_16);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(22, (short) channels)
        .putInt(24, rate)
        .putShort(32, (short) bytesPerFrame)
        .putInt(40, (int) dataBytes);
    return bytes;
  }

  private static AudioClip read(byte[] bytes, ReadOptions options) {
    try (AudioReader reader = AudioReader.open(bytes, "odd.wav", options)) {
      return reader.readAll();
    }
  }

  @Test
  void thousandsOfChannels() {
    assertThatThrownBy(() -> read(wav(8000, 4000, 8000, 16_000), ReadOptions.atRate(16_000)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining(
            "odd.wav: found wav sound whose header gives no usable rate and channels");
  }

  @Test
  void hundredsOfChannels() {
    assertThatThrownBy(() -> read(wav(8000, 500, 1000, 16_000), ReadOptions.atRate(16_000)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("odd.wav: found 500 channels, expected 1 to 256");
  }

  @Test
  void aRateOfTwoGigahertz() {
    assertThatThrownBy(
            () -> read(wav(Integer.MAX_VALUE - 2, 1, 2, 16_000), ReadOptions.atRate(16_000)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("a rate of 2147483645 Hz");
  }

  @Test
  void aClaimOfFourGigabytesReadsWhatIsThere() {
    byte[] claims = wav(8000, 1, 2, 0xffff_fff0L);
    assertThat(read(claims, ReadOptions.atRate(0)).samples()).hasSize(8000);
  }

  @Test
  void hoursOfSilenceInFewBytesAreRefusedWhenALimitIsSet() {
    AudioClip minutes = new AudioClip(new float[8000 * 600], 8000);
    byte[] flac = AudioWriter.encode(minutes, AudioFormat.FLAC_16);
    assertThat(flac.length).isLessThan(120_000);
    assertThat(read(flac, ReadOptions.atRate(0)).seconds()).isEqualTo(600);
    assertThatThrownBy(() -> read(flac, ReadOptions.atRate(0).atMost(60)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("found more than the allowed 60.0 s");
  }
}

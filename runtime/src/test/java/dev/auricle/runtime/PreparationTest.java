package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.audio.AudioClip;
import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Property: a clip comes out at the rate, level and length asked for. */
class PreparationTest {
  @Test
  void aLongClipIsCutToItsMiddleAndAShortOnePaddedOnBothSides() {
    float[] ramp = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertThat(new Preparation(1000, null, 0.004).apply(new AudioClip(ramp, 1000)))
        .containsExactly(3, 4, 5, 6);
    assertThat(new Preparation(1000, null, 0.013).apply(new AudioClip(ramp, 1000)))
        .containsExactly(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0);
    assertThat(new Preparation(1000, null, null).apply(new AudioClip(ramp, 1000))).isSameAs(ramp);
  }

  @Test
  void silenceAtTheEndsGoesAndSoundStays() {
    // One second of tone between a second of faint noise on each side, 60 dB down.
    AudioClip clip = tone(22050, 3, 1, 2);
    float[] trimmed = new Preparation(22050, 30.0, null).apply(clip);
    assertThat(trimmed.length / 22050.0).isCloseTo(1, within(0.1));
    assertThat(new Preparation(22050, 90.0, null).apply(clip)).hasSameSizeAs(clip.samples());
  }

  @Test
  void aClipOfSilenceIsKept() {
    AudioClip silence = new AudioClip(new float[5000], 22050);
    assertThat(new Preparation(22050, 30.0, null).apply(silence)).hasSize(5000);
    assertThat(new Preparation(22050, 30.0, 1.0, -20.0).apply(silence))
        .hasSize(22050)
        .containsOnly(0f);
  }

  @Test
  void anotherRateIsResampled() {
    float[] prepared = new Preparation(8000, null, null).apply(tone(44100, 1, 0, 1));
    assertThat(prepared).hasSize(8000);
    assertThat(rms(Arrays.copyOfRange(prepared, 1000, 7000)))
        .isCloseTo(0.5 / Math.sqrt(2), within(1e-3));
  }

  @Test
  void aLevelIsReachedBeforePadding() {
    float[] prepared = new Preparation(8000, null, 2.0, -20.0).apply(tone(8000, 1, 0, 1));
    assertThat(rms(Arrays.copyOfRange(prepared, 4000, 12000))).isCloseTo(0.1, within(1e-4));
  }

  @Test
  void aClipWithoutSamplesIsRefused() {
    assertThatThrownBy(
            () -> new Preparation(8000, null, 1.0).apply(new AudioClip(new float[0], 8000)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("no samples");
  }

  private static AudioClip tone(int rate, int seconds, int from, int to) {
    float[] samples = new float[rate * seconds];
    for (int i = 0; i < samples.length; i++) {
      double gain = i >= from * rate && i < to * rate ? 0.5 : 0.0005;
      samples[i] = (float) (gain * Math.sin(2 * Math.PI * 440 * i / rate));
    }
    return new AudioClip(samples, rate);
  }

  private static double rms(float[] samples) {
    double squares = 0;
    for (float sample : samples) {
      squares += sample * sample;
    }
    return Math.sqrt(squares / samples.length);
  }
}

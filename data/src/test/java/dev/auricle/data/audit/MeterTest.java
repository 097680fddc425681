package dev.auricle.data.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.audio.AudioInfo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Golden: facts of sounds whose measures are known by construction. */
class MeterTest {
  private static final int RATE = 16000;
  private static final AudioInfo INFO = new AudioInfo("wav", "pcm_s16le", RATE, 1, 16, 1, Map.of());

  @Test
  void aSineAfterSilence() {
    float[] x = new float[RATE];
    for (int i = RATE / 4; i < 3 * RATE / 4; i++) {
      x[i] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 * i / RATE));
    }
    FileFacts facts = facts(x);
    assertThat(facts.seconds()).isEqualTo(1);
    assertThat(facts.leadingSilence()).isCloseTo(0.25, within(0.021));
    assertThat(facts.trailingSilence()).isCloseTo(0.25, within(0.021));
    assertThat(facts.peak()).isCloseTo(0.5, within(1e-3));
    // amplitude 0.5 over half the time: 0.5 / sqrt(2) / sqrt(2) = 0.25, which is -12.04 dB
    assertThat(facts.rms()).isCloseTo(-12.04, within(0.01));
    assertThat(facts.dc()).isCloseTo(0, within(1e-6));
    assertThat(facts.noiseFloor()).isEqualTo(-120);
    assertThat(facts.clipped()).isZero();
    assertThat(facts.silent()).isFalse();
  }

  @Test
  void clippingIsThreeOrMoreAtFullScale() {
    float[] x = new float[1000];
    x[10] = x[20] = x[21] = 1; // single peaks are no clipping
    for (int i = 100; i < 105; i++) {
      x[i] = -1;
    }
    FileFacts facts = facts(x);
    assertThat(facts.clipped()).isEqualTo(0.005);
    assertThat(facts.isClipped()).isTrue();
  }

  @Test
  void anOffsetIsDc() {
    float[] x = new float[5000];
    java.util.Arrays.fill(x, 0.02f);
    assertThat(facts(x).dc()).isCloseTo(0.02, within(1e-6));
    assertThat(facts(x).hasDc()).isTrue();
  }

  @Test
  void bandwidthIsWhereTheSpectrumEnds() {
    float[] x = new float[RATE];
    for (int i = 0; i < x.length; i++) {
      for (int hz = 100; hz <= 3000; hz += 50) {
        x[i] += (float) (0.01 * Math.cos(2 * Math.PI * hz * i / RATE + hz * hz));
      }
    }
    assertThat(facts(x).bandwidth()).isBetween(3000.0, 3050.0);
  }

  @Test
  void nothingAndSilenceAreSilent() {
    assertThat(facts(new float[0]).silent()).isTrue();
    FileFacts silence = facts(new float[800]);
    assertThat(silence.silent()).isTrue();
    assertThat(silence.bandwidth()).isZero();
  }

  @Test
  void chunksDoNotMatter() {
    float[] x = Sounds.bursts(5, 1.3);
    Meter chunked = new Meter(RATE);
    for (int from = 0; from < x.length; from += 777) {
      int length = Math.min(777, x.length - from);
      chunked.add(java.util.Arrays.copyOfRange(x, from, from + length), length);
    }
    assertThat(chunked.facts("x", INFO)).isEqualTo(facts(x));
  }

  private static FileFacts facts(float[] x) {
    Meter meter = new Meter(RATE);
    meter.add(x, x.length);
    return meter.facts("x", INFO);
  }
}

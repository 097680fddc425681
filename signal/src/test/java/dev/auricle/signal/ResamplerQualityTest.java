package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Property: tones that can be kept are kept where they are, tones that would alias are gone. */
class ResamplerQualityTest {
  @ParameterizedTest
  @CsvSource({
    "44100, 16000",
    "44100, 22050",
    "48000, 44100",
    "22050, 16000",
    "16000, 44100",
    "8000, 48000",
    "44101, 16000",
    "767999, 22050",
    "96000, 32000"
  })
  void tonesBelowNineTenthsOfTheLowerHalfRateAreKept(int from, int to) {
    double limit = 0.9 * Math.min(from, to) / 2;
    for (double share : new double[] {0.01, 0.3, 0.7, 0.95, 0.999}) {
      double hz = share * limit;
      float[] x = Sounds.sine(from, hz, from, 0.5);
      float[] expected = Sounds.sine(to, hz, to, 0.5);
      float[] found = Resampler.resample(x, from, to);
      // The ends, where the tone starts and stops, hold other frequencies.
      int margin = to / 10;
      double worst = 0;
      for (int i = margin; i < to - margin; i++) {
        worst = Math.max(worst, Math.abs(found[i] - expected[i]));
      }
      assertThat(20 * Math.log10(worst / 0.5)).as("%s Hz", hz).isLessThan(-95);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 16000",
    "44100, 22050",
    "48000, 44100",
    "22050, 16000",
    "96000, 32000",
    "44101, 16000",
    "767999, 22050"
  })
  void tonesAboveTheLowerHalfRateAreRejectedBy100dB(int from, int to) {
    for (double place : new double[] {0, 0.001, 0.01, 0.1, 0.3, 0.6, 0.97}) {
      double hz = to / 2.0 + place * (from - to) / 2.0;
      float[] found = Resampler.resample(Sounds.sine(from, hz, from, 0.5), from, to);
      double energy = 0;
      int margin = to / 10;
      for (int i = margin; i < to - margin; i++) {
        energy += (double) found[i] * found[i];
      }
      double rms = Math.sqrt(energy / (to - 2 * margin));
      assertThat(20 * Math.log10(rms / (0.5 / Math.sqrt(2)))).as("%s Hz", hz).isLessThan(-100);
    }
  }

  @ParameterizedTest
  @CsvSource({"44100, 16000", "44100, 48000", "16000, 22050", "32000, 8000"})
  void thereAndBackGivesTheSoundBack(int from, int to) {
    // Noise, first brought below what both rates can hold.
    float[] wide = Sounds.noise(from, 0.2, from);
    int narrow = (int) (0.8 * Math.min(from, to));
    float[] x = Resampler.resample(Resampler.resample(wide, from, narrow), narrow, from);
    float[] back = Resampler.resample(Resampler.resample(x, from, to), to, from);
    double error = 0;
    int margin = from / 10;
    for (int i = margin; i < from - margin; i++) {
      error += Math.pow(back[i] - x[i], 2);
    }
    assertThat(10 * Math.log10(error / (from - 2 * margin))).isLessThan(-85);
  }
}

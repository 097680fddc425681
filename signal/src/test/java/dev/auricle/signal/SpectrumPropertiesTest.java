package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: what holds of every Fourier transform, on seeded noise. */
class SpectrumPropertiesTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 16, 60, 97, 400, 512, 1000, 1021, 2048})
  void energyIsTheSameInTimeAndFrequency(int length) {
    float[] x = Sounds.noise(length, 1, length);
    Stft stft = Stft.of(length, length).withWindow(Window.RECTANGULAR).withCentred(false);
    Matrix power = stft.power(x);
    double time = 0;
    for (float value : x) {
      time += (double) value * value;
    }
    double frequency = 0;
    for (int bin = 0; bin < stft.bins(); bin++) {
      // All bins but the first, and the middle one of an even length, have a mirror image.
      boolean alone = bin == 0 || 2 * bin == length;
      frequency += (alone ? 1 : 2) * (double) power.get(bin, 0);
    }
    assertThat(frequency / length).isCloseTo(time, within(1e-5 * time));
  }

  @ParameterizedTest
  @CsvSource({
    "512, 128, 4000, HANN, true", "512, 256, 4000, HANN, true", "400, 160, 3999, HAMMING, true",
    "1021, 300, 5000, BLACKMAN, true", "256, 64, 10, HANN, true", "64, 64, 640, RECTANGULAR, false"
  })
  void theInverseGivesTheSoundBack(
      int length, int hop, int samples, Window window, boolean centred) {
    float[] x = Sounds.noise(samples, 0.5, hop);
    Stft stft = Stft.of(length, hop).withWindow(window).withCentred(centred);
    float[] back = stft.inverse(stft.complex(x), samples);
    assertThat(Librosa.largestDifference(back, x)).isLessThan(1e-5);
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 600, 499})
  void theTransformIsLinear(int length) {
    float[] a = Sounds.noise(3000, 1, 1);
    float[] b = Sounds.noise(3000, 1, 2);
    float[] sum = new float[3000];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = 2 * a[i] - 3 * b[i];
    }
    Stft stft = Stft.of(length, 100);
    float[] whole = stft.complex(sum).imaginary().values();
    float[] partA = stft.complex(a).imaginary().values();
    float[] partB = stft.complex(b).imaginary().values();
    for (int i = 0; i < whole.length; i++) {
      // Largest values are near 60; float keeps seven digits of them.
      assertThat(whole[i]).isCloseTo(2 * partA[i] - 3 * partB[i], within(1e-4f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 17})
  void aShiftByHopsShiftsTheFrames(int hops) {
    int hop = 160;
    float[] x = Sounds.noise(6000, 0.3, hops);
    float[] later = new float[x.length + hops * hop];
    System.arraycopy(x, 0, later, hops * hop, x.length);
    FilterBank bank = MelFilterBank.slaney(16000, 512, 40).filters();
    MelSpectrogram mel = MelSpectrogram.ofPower(Stft.of(512, hop), bank);
    Matrix first = mel.compute(x);
    Matrix second = mel.compute(later);
    assertThat(second.columns()).isEqualTo(first.columns() + hops);
    // The first two frames of the first reach before its start, into silence in either.
    for (int t = 0; t < first.columns(); t++) {
      assertThat(second.column(t + hops)).containsExactly(first.column(t));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 440, 3000, 7900})
  void aSinePeaksWhereItShould(int hz) {
    int rate = 16000;
    Matrix magnitude = Stft.of(1024, 512).magnitude(Sounds.sine(rate, hz, rate, 0.5));
    float[] middle = magnitude.column(magnitude.columns() / 2);
    int peak = 0;
    for (int bin = 0; bin < middle.length; bin++) {
      peak = middle[bin] > middle[peak] ? bin : peak;
    }
    assertThat(peak).isEqualTo(Math.round(hz * 1024f / rate));
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 2048, 65_536})
  void aFlatSpectrumIsSoHoweverManyBinsItHas(int fft) {
    int bins = fft / 2 + 1;
    for (Kernel kernel : List.of(new PlainKernel(), VectorKernel.create())) {
      float[] spectrum = new float[bins * kernel.lanes()];
      float[] flatness = new float[kernel.lanes()];
      float[] mean = new float[kernel.lanes()];
      kernel.shapes().meanLogarithm(spectrum, bins, SpectralShape.MAGNITUDE_FLOOR, flatness);
      kernel.shapes().mean(spectrum, bins, SpectralShape.FLATNESS_FLOOR, mean);
      SpectralShape.flatness(flatness, mean);
      assertThat(flatness[0]).isCloseTo(1, within(1e-5f));
      Arrays.fill(spectrum, 0.1f);
      kernel.shapes().centroid(spectrum, bins, mean);
      assertThat(mean[0] / (bins - 1)).isCloseTo(0.5f, within(1e-6f));
    }
  }
}

package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Property: the Vector API's kernel and the plain one give equal bits. (Asked for is 1e-6 of a
 * frame's largest value; both do the same operations in the same order, so there is no difference.)
 */
class KernelTest {
  private static final Kernel PLAIN = new PlainKernel();
  private static final Kernel VECTOR = VectorKernel.create();

  @Test
  void theTestsRunBothKernels() {
    assertThat(VECTOR).isInstanceOf(VectorKernel.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2048, 512, 30000", "1024, 256, 5000", "512, 160, 777", "256, 300, 20000", "16, 1, 100",
    "400, 160, 9000", "1021, 100, 4000", "2048, 512, 1", "4096, 64, 40000", "32, 32, 33"
  })
  void transformsAndBandsAreEqual(int length, int hop, int samples) {
    float[] x = Sounds.noise(samples, 0.3, length + samples);
    for (Padding padding : Padding.values()) {
      for (int windowLength : new int[] {length, length / 2 + 1}) {
        Stft stft = Stft.of(length, hop).withPadding(padding).withWindowLength(windowLength);
        if (padding == Padding.REFLECT && length / 2 >= samples) {
          continue;
        }
        assertThat(stft.complex(x, VECTOR)).isEqualTo(stft.complex(x, PLAIN));
        assertThat(stft.power(x, VECTOR)).isEqualTo(stft.power(x, PLAIN));
        FilterBank bank = MelFilterBank.slaney(16000, length, 20).filters();
        MelSpectrogram mel = MelSpectrogram.ofPower(stft, bank);
        assertThat(mel.compute(x, VECTOR)).isEqualTo(mel.compute(x, PLAIN));
        assertThat(mel.decibels(x, Decibels.OF_POWER, VECTOR))
            .isEqualTo(mel.decibels(x, Decibels.OF_POWER, PLAIN));
      }
    }
  }

  @Test
  void logarithmsAreEqualAndRight() {
    Random random = new Random(4);
    float[] values = new float[10_007];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.exp(80 * random.nextDouble() - 40);
    }
    float[] plain = values.clone();
    float[] vector = values.clone();
    PLAIN.logarithms(plain, 1e-10f, 1);
    VECTOR.logarithms(vector, 1e-10f, 1);
    assertThat(vector).containsExactly(plain);
    for (int i = 0; i < values.length; i++) {
      double expected = Math.log(Math.max(1e-10f, values[i]));
      assertThat((double) plain[i]).isCloseTo(expected, within(3e-7 * Math.abs(expected) + 1e-7));
    }
  }

  @ParameterizedTest
  @CsvSource({"22050, 60000", "16000, 20000", "44100, 3001"})
  void featuresAreEqual(int sampleRate, int samples) {
    float[] x = Sounds.noise(samples, 0.1, samples);
    float[] sine = Sounds.sine(samples, 443, sampleRate, 0.4);
    for (int i = samples / 2; i < samples; i++) {
      x[i] = 0.01f * x[i] + sine[i];
    }
    Stft stft = Stft.of(2048, 512);
    FilterBank bank = MelFilterBank.slaney(sampleRate, 2048, 64).filters();
    SpectralFeatures features = SpectralFeatures.of(MelSpectrogram.ofPower(stft, bank), sampleRate);
    assertThat(features.compute(x, null, VECTOR))
        .usingRecursiveComparison()
        .isEqualTo(features.compute(x, null, PLAIN));
    float[] onsets = Onset.strength(x, sampleRate, stft);
    assertThat(Tempo.estimate(onsets, sampleRate, 512, VECTOR))
        .isEqualTo(Tempo.estimate(onsets, sampleRate, 512, PLAIN));
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 16000, 70000", "44100, 22050, 40000", "16000, 48000, 9000", "22050, 16000, 50001",
    "48000, 44100, 30000", "8000, 16000, 20000", "44101, 16000, 9000", "44100, 32000, 7"
  })
  void soundsAtAnotherRateAreEqual(int from, int to, int samples) {
    float[] x = Sounds.noise(samples, 0.3, from + to);
    assertThat(Resampler.resample(x, from, to, VECTOR))
        .containsExactly(Resampler.resample(x, from, to, PLAIN));
  }

  @ParameterizedTest
  @CsvSource({"1, 64, 16", "700, 256, 100", "30001, 2048, 512", "5000, 37, 11"})
  void zeroCrossingsAreEqual(int samples, int frame, int hop) {
    float[] x = Sounds.noise(samples, 0.1, samples);
    for (int i = 0; i < samples / 4; i++) {
      x[i] = i % 7 == 0 ? -0f : x[i] * 1e-9f;
    }
    for (boolean centred : new boolean[] {true, false}) {
      assertThat(ZeroCrossingRate.compute(x, frame, hop, centred, VECTOR))
          .containsExactly(ZeroCrossingRate.compute(x, frame, hop, centred, PLAIN));
    }
  }

  @Test
  void productsAreEqual() {
    Random random = new Random(9);
    float[] a = Sounds.noise(3000, 1, 1);
    float[] b = Sounds.noise(3000, 1, 2);
    int[] aFrom = random.ints(104, 0, 2000).toArray();
    int[] bFrom = random.ints(104, 0, 2000).toArray();
    for (int length : new int[] {16, 112, 960}) {
      float[] plain = new float[104];
      float[] vector = new float[104];
      PLAIN.dots(a, aFrom, b, bFrom, length, plain, 101);
      VECTOR.dots(a, aFrom, b, bFrom, length, vector, 101);
      assertThat(Arrays.copyOf(vector, 101)).containsExactly(Arrays.copyOf(plain, 101));
    }
  }

  @Test
  void weightedSumsInDoublePrecisionAreEqual() {
    double[] weights = new Random(3).doubles(7 * 13).toArray();
    int lanes = VECTOR.lanes();
    float[] rows = Sounds.noise(13 * lanes, 1, 5);
    float[] out = new float[7 * lanes];
    double[] work = new double[20 * lanes];
    VECTOR.multiply(weights, 7, 13, rows, out, work);
    for (int lane = 0; lane < lanes; lane++) {
      float[] column = new Matrix(13, lanes, rows).column(lane);
      float[] plain = new float[7];
      PLAIN.multiply(weights, 7, 13, column, plain, work);
      assertThat(new Matrix(7, lanes, out).column(lane)).containsExactly(plain);
    }
  }

  @Test
  void whatIsNotFiniteIsNoticedAnywhere() {
    for (int place = 0; place < 70; place++) {
      for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1 / 0f}) {
        float[] x = Sounds.noise(70, 1, place);
        assertThat(PLAIN.allFinite(x) && VECTOR.allFinite(x)).isTrue();
        x[place] = odd;
        assertThat(PLAIN.allFinite(x) || VECTOR.allFinite(x)).isFalse();
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }
}

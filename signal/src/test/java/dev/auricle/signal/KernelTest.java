package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }
}

package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.signal.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden: tables whose numbers are worked by hand. */
class DynamicsTest {
  private static final double RATE = 22050 / 512.0;

  @Test
  void aBandThatSwingsShowsItsRate() {
    // 5 Hz, 10 dB up and down, in the second of two bands; 16-band groups are single bands here.
    Matrix levels = Matrix.zeros(2, 512);
    for (int t = 0; t < 512; t++) {
      levels.values()[512 + t] = (float) (10 * Math.sin(2 * Math.PI * 5 * t / RATE));
    }
    float[] out = new float[Modulation.names(2).size()];
    assertThat(new Modulation(2, RATE).write(levels, out, 0)).isEqualTo(10);
    for (int i = 0; i < 5; i++) {
      assertThat(out[i]).isZero();
    }
    // Range 4 is 4 to 8 Hz. A sine's energy by Parseval: 512 * 50, of which each stretch of 256 has
    // half; times 256 and halved for the bins above the middle, over 512 frames and 24 bins.
    double expected = Math.sqrt(512 * 50.0 * 256 / 2 / 512 / 24);
    assertThat(Math.expm1(out[8])).isCloseTo(expected, within(0.05 * expected));
    assertThat(out[8]).isGreaterThan(2 * out[5]).isGreaterThan(2 * out[6]);
  }

  @Test
  void theLevelsShapeIsAsWorkedByHand() {
    // Four frames at 0, -5, -30 and -50 dB in one band.
    Matrix levels = new Matrix(1, 4, new float[] {-5, 0, -30, -50});
    Matrix cepstrum = new Matrix(2, 4, new float[] {1, 2, 3, 4, -2, -4, -6, -8});
    List<String> names = Dynamics.names(1, 2);
    float[] out = new float[names.size()];
    assertThat(Dynamics.write(levels, cepstrum, 2, out, 0)).isEqualTo(out.length);
    assertThat(value(names, out, "correlation_1_2")).isCloseTo(-1, within(1e-6f));
    assertThat(value(names, out, "peak_time")).isEqualTo(0.25f);
    assertThat(value(names, out, "share_above_10")).isEqualTo(0.5f);
    assertThat(value(names, out, "share_above_20")).isEqualTo(0.5f);
    assertThat(value(names, out, "share_above_40")).isEqualTo(0.75f);
    assertThat(value(names, out, "share_above_60")).isEqualTo(1);
    assertThat(value(names, out, "level_mean")).isCloseTo(-21.25f, within(1e-5f));
    assertThat(value(names, out, "level_change")).isCloseTo(55 / 3f, within(1e-5f));
    assertThat(value(names, out, "seconds")).isEqualTo(2);
    // Energies 10^-0.5, 1, 10^-3, 10^-5: the loud mean of the first MFCC is near (0.316 + 2)/1.317.
    double all = Math.pow(10, -0.5) + 1 + 1e-3 + 1e-5;
    double mean = (Math.pow(10, -0.5) + 2 + 3e-3 + 4e-5) / all;
    assertThat(value(names, out, "loud_mfcc_1_mean")).isCloseTo((float) mean, within(1e-6f));
    assertThat(value(names, out, "level_1"))
        .isCloseTo((float) (10 * Math.log10(all / 4)), within(1e-5f));
  }

  @Test
  void grainIsHowFarBandsStandOut() {
    // One of nine bands at 9 dB, the others at 0: its surroundings' mean is 1, so it stands 8
    // above.
    Matrix levels = Matrix.zeros(9, 2);
    levels.values()[4 * 2] = 9;
    levels.values()[4 * 2 + 1] = 9;
    Matrix cepstrum = Matrix.zeros(9, 2);
    cepstrum.values()[5 * 2] = -4;
    List<String> names = Texture.names(9, 3);
    float[] out = new float[names.size()];
    assertThat(Texture.write(levels, cepstrum, 3, out, 0)).isEqualTo(out.length);
    assertThat(value(names, out, "grain_5_peak")).isCloseTo(8, within(1e-6f));
    assertThat(value(names, out, "grain_5_deviation")).isZero();
    assertThat(value(names, out, "cepstrum_6")).isEqualTo(2);
    assertThat(value(names, out, "band_correlation_1_5")).isZero();
  }

  private static float value(List<String> names, float[] out, String name) {
    return out[names.indexOf(name)];
  }
}

package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden: every case of librosa 0.11's own output in {@code golden.zip}.
 *
 * <p>Linear quantities are held to 1e-4 of the reference's largest value, levels to 1e-3 dB, MFCC
 * and deltas to 1e-3, the tempo to 1e-4 BPM, intervals to the sample, resampling to -80 dB RMS
 * below 0.9 of the lower half rate: the product's promise, and what float arithmetic can keep.
 */
class LibrosaParityTest {
  static List<Golden.Case> cases() {
    return Golden.cases().stream().filter(c -> c.sampleRate() > 0).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithLibrosa(Golden.Case golden) {
    Librosa.Check check = Librosa.check(golden);
    assertThat(check.error())
        .as("%s: %s", golden.id(), check.unit())
        .isLessThanOrEqualTo(check.bound());
  }
}

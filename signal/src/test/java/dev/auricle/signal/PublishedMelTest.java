package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden: the log-mel tensors inside YAMNet's published file and before EfficientAT's mn04, within
 * 5e-4; the networks' scores change by less than their own rounding there.
 */
class PublishedMelTest {
  @ParameterizedTest
  @ValueSource(strings = {"speech16k", "chord", "clicks120"})
  void yamnet(String sound) {
    Matrix mel = YamnetMel.compute(tensor("yamnet waveform16k", sound));
    assertClose(mel.transposed(), tensor("yamnet log_mel", sound));
  }

  @ParameterizedTest
  @ValueSource(strings = {"speech16k", "chord", "clicks120"})
  void efficientAt(String sound) {
    Matrix mel = EfficientAtMel.compute(tensor("mn04_as waveform32k", sound));
    assertClose(mel, tensor("mn04_as mel", sound));
  }

  private static void assertClose(Matrix found, float[] expected) {
    assertThat(found.values()).hasSameSizeAs(expected);
    assertThat(Librosa.largestDifference(found.values(), expected)).isLessThan(5e-4);
  }

  private static float[] tensor(String call, String sound) {
    List<Golden.Case> cases = Golden.cases();
    return cases.stream()
        .filter(c -> c.call().equals(call) && c.input().endsWith(sound + ".wav"))
        .findFirst()
        .orElseThrow()
        .expected();
  }
}

package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Story: what somebody who writes a recipe is told when an option is wrong. */
class OptionsTest {
  @Test
  void aMisspeltOptionNamesTheNearest() {
    assertThatThrownBy(() -> FrontEnds.of(Map.of("preset", "logmel-64", "hopp", 256)))
        .isInstanceOf(AuricleException.class)
        .hasMessageStartingWith("front-end logmel-64 has no option hopp; did you mean hop? It has");
  }

  @Test
  void aMisspeltPresetNamesTheNearest() {
    assertThatThrownBy(() -> FrontEnds.preset("logmel64"))
        .isInstanceOf(AuricleException.class)
        .hasMessageStartingWith(
            "there is no front-end logmel64; did you mean logmel-64? There are");
    assertThatThrownBy(() -> FrontEnds.of(Map.of("hop", 256)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("preset");
  }

  @Test
  void aValueOutOfRangeIsNamedWithTheRange() {
    assertThatThrownBy(() -> FrontEnds.of(Map.of("preset", "logmel-64", "hop", 0)))
        .hasMessage(
            "front-end logmel-64: option hop is 0, expected a whole number from 1 to 65536");
    assertThatThrownBy(() -> FrontEnds.of(Map.of("preset", "logmel-64", "hop", "wide")))
        .hasMessageContaining("hop is wide");
    assertThatThrownBy(() -> FrontEnds.of(Map.of("preset", "logmel-64", "maxHz", 12000)))
        .hasMessageContaining("expected a number from 1 to 11025");
    assertThatThrownBy(() -> FrontEnds.of(Map.of("preset", "logmel-64", "window", "han")))
        .hasMessageContaining("one of hann, hamming, blackman, rectangular");
    assertThatThrownBy(() -> Preparation.of(Map.of("seconds", -1)))
        .hasMessage("preparation: option seconds is -1, expected a number from 0.01 to 3600");
  }

  @Test
  void aNewerVersionAsksForAnUpdate() {
    assertThatThrownBy(() -> FrontEnds.of(Map.of("preset", "waveform", "version", 3)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("version 3");
  }

  @Test
  void wordsAndNullsSwitchAnOptionOff() {
    Preparation prepared = Preparation.of(Map.of("trimDb", "none", "seconds", 2));
    assertThat(prepared).isEqualTo(new Preparation(22050, null, 2.0));
    assertThat(Preparation.of(prepared.describe())).isEqualTo(prepared);
  }

  @Test
  void aRecipesSpellingAndTextAreUnderstood() {
    FrontEnd spelt =
        FrontEnds.of(
            Map.of(
                "preset", "logmel-64", "window-length", "800", "min-hz", "50", "centred", "false"));
    FrontEnd plain =
        FrontEnds.of(
            Map.of("preset", "logmel-64", "windowLength", 800, "minHz", 50.0, "centred", false));
    assertThat(spelt).isEqualTo(plain);
    assertThatThrownBy(() -> FrontEnds.of(Map.of("preset", "logmel-64", "windw-length", "800")))
        .hasMessageContaining("did you mean window-length?");
    assertThatThrownBy(() -> FrontEnds.of(Map.of("preset", "logmel-64", "min-hz", "low")))
        .hasMessageContaining("option min-hz is low, expected a number");
    assertThatThrownBy(
            () ->
                FrontEnds.of(
                    Map.of("preset", "waveform", "sample-rate", "8000", "sampleRate", 16000)))
        .hasMessageContaining("given twice");
  }

  @Test
  void aPublishedNetworksNumbersCannotBeChanged() {
    assertThat(FrontEnds.of(Map.of("preset", "mn-mel", "hop", "320")).shape(32000))
        .containsExactly(128, 100);
    assertThatThrownBy(() -> FrontEnds.of(Map.of("preset", "yamnet-mel", "hop", 320)))
        .isInstanceOf(AuricleException.class)
        .hasMessage(
            "front-end yamnet-mel: option hop is 320, expected 160: the published network was"
                + " trained with it");
  }
}

package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Shared;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Story: AudioSet's labels for a sound at once, and the files of published networks. */
class TagTest {
  private static final String MN04 = "weights/mn04_as_mAP_432.pt";
  private static final String YAMNET = "weights/lite-model_yamnet_classification_tflite_1.tflite";

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"mn04", "yamnet"})
  void speechIsTaggedAsSpeech(String network) {
    Path weights = Shared.require(network.equals("mn04") ? MN04 : YAMNET);
    Path speech = Shared.require("golden/inputs/speech16k.wav");
    Shell shell = Shell.run("tag", speech, "--network", network, "--weights", weights);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out()).startsWith(speech + ":  Speech 0.");
    Shell json = Shell.run("tag", speech, "--weights", weights, "--network", network, "--json");
    assertThat(json.out()).contains("\"network\":\"" + network + "\"", "\"label\":\"Speech\"");
  }

  @Test
  void overTimeEachStretchHasItsLabels() throws IOException {
    Path weights = Shared.require(MN04);
    Path tone = Wav.write(dir.resolve("tone.wav"), Wav.tone(440, 5, 16_000, 1), 16_000);
    Shell shell = Shell.run("tag", tone, "--weights", weights, "--over-time", "--every", "2");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out()).contains("0.00 -     2.00 s", "2.00 -     4.00 s", "4.00 -     5.00 s");
    Shell json = Shell.run("tag", tone, "--weights", weights, "--over-time", "--json");
    assertThat(json.out()).contains("\"start\":0.0,\"end\":5.0");
  }

  @Test
  void aPublishedNetworkBecomesABundleLikeOnesOwn() {
    Path weights = Shared.require(MN04);
    Path speech = Shared.require("golden/inputs/speech16k.wav");
    Path bundle = dir.resolve("mn04.auricle");
    Shell made = Shell.run("weights", "bundle", "mn04", "-o", bundle, "--weights", weights);
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out()).contains("527 labels");
    assertThat(Shell.run("classify", bundle, speech).out()).contains("Speech 0.7");
    assertThat(Shell.run("show", bundle).out()).contains("licence: MIT", "mn04_as_mAP_432.pt");
  }

  @Test
  void tensorsOfAFileAreListed() {
    Path weights = Shared.require(MN04);
    Shell shell = Shell.run("weights", "show", weights);
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("PyTorch, 312 tensors", "features.0.0.weight", "8 x 1 x 3 x 3");
  }

  @Test
  void everyFileIsListedWithItsLicence() {
    Shell shell = Shell.run("weights", "list", "--json");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("899a8c6217063f69", "Apache-2.0", "fschmid56/EfficientAT");
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    Path text = Files.writeString(dir.resolve("mn04.pt"), "no weights");
    Path tone = Wav.write(dir.resolve("a.wav"), Wav.tone(440, 1, 16_000, 1), 16_000);
    Shell shell = Shell.run("tag", tone, "--weights", text);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains(text.toString()).contains("expected one of them");
    Shell network = Shell.run("tag", tone, "--network", "mn4");
    assertThat(network.code()).isEqualTo(2);
    assertThat(network.err()).contains("no published weights called mn4; there are mn04");
    Shell picture = Shell.run("tag", tone, "--network", "mobilenet-v1", "--weights", text);
    assertThat(picture.code()).isEqualTo(2);
    assertThat(picture.err())
        .contains("mobilenet-v1 reads pictures")
        .contains("take mn04 or yamnet");
    Shell never = Shell.run("tag", tone, "--over-time", "--every", "0");
    assertThat(never.code()).isEqualTo(2);
    assertThat(never.err()).contains("--every takes seconds, at least 0.1; found 0.0");
  }
}

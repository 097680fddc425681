package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: a trained bundle becomes a graph for other programs, or it is said why not. */
class ExportTest {
  @TempDir Path dir;

  @Test
  void aBundleBecomesOneGraph() throws IOException {
    Path bundle = train("mfcc-20", "{type: cnn, channels: [4, 8]}", "training: {epochs: 2}");
    Path onnx = dir.resolve("tones.onnx");
    Shell shell = Shell.run("export", bundle, "--onnx", onnx);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains("wrote " + onnx)
        .contains("at 22050 Hz, brought to 0.50 s inside")
        .contains("out: probabilities [batch, 2]")
        .contains("agrees with the bundle within");
    assertThat(onnx).isNotEmptyFile();
    assertThat(shell.err()).doesNotContain("warning");
    byte[] before = Files.readAllBytes(bundle);
    Shell over = Shell.run("export", bundle, "--onnx", bundle);
    assertThat(over.code()).isEqualTo(2);
    assertThat(over.err()).contains("would replace").contains("which is read");
    assertThat(bundle).hasBinaryContent(before);
    Shell json = Shell.run("export", bundle, "--onnx", onnx, "--json");
    assertThat(json.out()).contains("\"input\" : \"waveform\"", "\"sampleRate\" : 22050");
  }

  @Test
  void descriptorsAreRefused() throws IOException {
    Path bundle = train("descriptors", "{type: logistic}", "");
    Path onnx = dir.resolve("tones.onnx");
    Shell shell = Shell.run("export", bundle, "--onnx", onnx);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err())
        .contains("front-end descriptors cannot go into an ONNX graph")
        .contains("Train a recipe on one of those");
    assertThat(onnx).doesNotExist();
  }

  private Path train(String frontEnd, String model, String training) throws IOException {
    Path sounds = dir.resolve("sounds");
    for (int i = 0; i < 6; i++) {
      for (String label : new String[] {"low", "high"}) {
        double hz = label.equals("low") ? 300 + 20 * i : 3000 + 100 * i;
        Path file = sounds.resolve(label).resolve(i + ".wav");
        Files.createDirectories(file.getParent());
        Wav.write(file, Wav.tone(hz, 0.5, 22_050, i), 22_050);
      }
    }
    Path recipe = dir.resolve("made.yaml");
    Files.writeString(
        recipe,
        String.join(
            "\n",
            "name: made",
            "summary: for a test",
            "preparation:",
            "  seconds: 0.5",
            "front-end: " + frontEnd,
            "model: " + model,
            training,
            ""));
    Path bundle = dir.resolve("tones.auricle");
    Shell trained =
        Shell.run(
            "train",
            sounds,
            "-r",
            recipe,
            "-o",
            bundle,
            "--no-report",
            "-q",
            "--protocol",
            "kfold:2");
    assertThat(trained.code()).as(trained.err()).isZero();
    return bundle;
  }
}

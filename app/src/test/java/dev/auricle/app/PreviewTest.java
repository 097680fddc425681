package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioReader;
import dev.auricle.testing.Shared;
import java.awt.image.BufferedImage;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: somebody looks and listens before training. */
class PreviewTest {
  private static final Path DIGITS = Shared.projectRoot().resolve("demo/digits");

  @TempDir Path dir;

  @Test
  void aPictureAndSoundsShowWhatTheNetworkWillSee() throws Exception {
    Path recipe = dir.resolve("small.yaml");
    Files.writeString(
        recipe,
        """
        preparation: {sample-rate: 8000, seconds: 0.5}
        front-end: logmel-64
        model: {type: cnn, channels: [4, 8]}
        augmentation: {frame-masks: 2, mixup: 0.5, samples: {shift: 0.2, noise: 1}}
        """);
    Path shown = dir.resolve("shown");
    Shell shell = Shell.run("train", DIGITS, "-r", recipe, "--preview", shown, "-q");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out()).contains("preview.png and 24 sounds").contains("nothing was trained");
    BufferedImage picture = ImageIO.read(shown.resolve("preview.png").toFile());
    assertThat(picture.getWidth()).isGreaterThan(picture.getHeight() / 2);
    int sounds = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(shown, "*.wav")) {
      for (Path file : files) {
        assertThat(AudioReader.read(file, 8000).samples()).hasSize(4000);
        sounds++;
      }
    }
    assertThat(sounds).isEqualTo(24);
  }

  @Test
  void aForestHasNothingToShow() {
    Shell shell = Shell.run("train", DIGITS, "-r", "forest", "--preview", dir.resolve("x"), "-q");
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("trains no network");
  }
}

package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: a user draws sounds, good ones and bad ones. */
class SpectrogramCommandTest {
  private static final int RATE = 16_000;

  @TempDir Path dir;
  private Path tone;
  private Path picture;

  @BeforeEach
  void writeATone() throws IOException {
    tone = Wav.write(dir.resolve("tone.wav"), Wav.tone(1000, 0.6, RATE, 1), RATE);
    picture = dir.resolve("tone.png");
  }

  @Test
  void aSoundBecomesAPicture() throws IOException {
    Shell shell = Shell.run("spectrogram", tone, "-o", picture);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out()).isEqualTo("picture: " + picture + System.lineSeparator());
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(1920);
  }

  @Test
  void severalSoundsShareAPictureAndABrokenOneIsNamed() throws IOException {
    Path broken = Files.writeString(dir.resolve("broken.wav"), "this is text");
    Shell shell =
        Shell.run("spectrogram", tone, broken, tone, "--waveform", "--columns", 2, "-o", picture);
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err()).contains("broken.wav");
    assertThat(picture).exists();
  }

  @Test
  void aSoundIsNotReplacedByItsPicture() throws IOException {
    byte[] before = Files.readAllBytes(tone);
    Path link = Files.createSymbolicLink(dir.resolve("linked.png"), tone);
    for (Path target : new Path[] {tone, dir.resolve("./tone.wav"), link}) {
      Shell shell = Shell.run("spectrogram", tone, "-o", target);
      assertThat(shell.code()).isEqualTo(2);
      assertThat(shell.err()).contains(target.toString()).contains("which is read");
      assertThat(tone).hasBinaryContent(before);
    }
  }

  @Test
  void noSoundNoPicture() {
    Shell shell = Shell.run("spectrogram", dir.resolve("missing.wav"), "-o", picture);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("missing.wav");
    assertThat(picture).doesNotExist();
  }

  @Test
  void impossibleOptionsAreAMatterOfUsage() {
    Shell frequencies = Shell.run("spectrogram", tone, "--low", 4000, "--high", 300);
    assertThat(frequencies.code()).isEqualTo(2);
    assertThat(frequencies.err()).contains("--low").contains("4000");
    Shell narrow = Shell.run("spectrogram", tone, "--width", 100);
    assertThat(narrow.code()).isEqualTo(2);
    Shell colours = Shell.run("spectrogram", tone, "--colours", "jet");
    assertThat(colours.code()).isEqualTo(2);
    assertThat(colours.err()).containsIgnoringCase("magma");
  }

  @Test
  void aLowestFrequencyAboveHalfTheRateIsRefused() {
    Shell shell = Shell.run("spectrogram", tone, "--low", 9000, "-o", picture);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("9000").contains("8000");
  }

  @Test
  void aHighestFrequencyAboveHalfTheRateIsLoweredAndSaidSo() {
    Shell shell = Shell.run("spectrogram", tone, "--high", 20000, "-o", picture);
    assertThat(shell.code()).isZero();
    assertThat(shell.err()).contains("tone.wav", "16000 Hz", "above 8000 Hz", "--high 20000");
    assertThat(Shell.run("spectrogram", tone, "--high", 8000, "-o", picture).err()).isEmpty();
  }
}

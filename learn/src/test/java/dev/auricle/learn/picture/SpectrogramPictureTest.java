package dev.auricle.learn.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioClip;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Property: pictures have the size asked for, and the loudest place the brightest colour. */
class SpectrogramPictureTest {
  private static AudioClip tone(double hz, int rate, int samples) {
    float[] x = new float[samples];
    for (int i = 0; i < samples; i++) {
      x[i] = (float) (0.3 * Math.sin(2 * Math.PI * hz * i / rate));
    }
    return new AudioClip(x, rate);
  }

  @Test
  void aToneIsABrightLineInTheDark() {
    PictureOptions options = PictureOptions.usual().withFrequencies(FrequencyScale.LINEAR, 0, 8000);
    BufferedImage image =
        SpectrogramPicture.draw(List.of(Panel.of("", tone(4000, 16_000, 16_000))), options);
    int middle = PictureOptions.PIXELS * (10 + 6 + options.panelHeight() / 2);
    int x = image.getWidth() / 2;
    assertThat(brightness(image.getRGB(x, middle))).isGreaterThan(600);
    assertThat(brightness(image.getRGB(x, middle - 100))).isLessThan(60);
    assertThat(brightness(image.getRGB(x, middle + 100))).isLessThan(60);
  }

  @Test
  void severalPanelsFillRowsAndColumns() {
    Panel panel =
        Panel.of("a panel with a title that is far too long for its room", tone(500, 8000, 4000));
    PictureOptions options = PictureOptions.usual().withSize(720, 100, 2).withWaveform(true);
    BufferedImage two = SpectrogramPicture.draw(Collections.nCopies(2, panel), options);
    BufferedImage three = SpectrogramPicture.draw(Collections.nCopies(3, panel), options);
    assertThat(two.getWidth()).isEqualTo(720 * PictureOptions.PIXELS);
    assertThat(three.getHeight() - 40).isEqualTo(2 * (two.getHeight() - 40));
  }

  @Test
  void anySoundCanBeDrawn() {
    Random random = new Random(7);
    for (int samples : new int[] {0, 1, 50, 8000, 8000 * 200}) {
      float[] x = new float[samples];
      for (int i = 0; i < samples; i++) {
        x[i] = (float) random.nextGaussian();
      }
      for (FrequencyScale scale : FrequencyScale.values()) {
        PictureOptions options =
            PictureOptions.usual()
                .withSize(300, 60, 1)
                .withFrequencies(scale, 0, Double.POSITIVE_INFINITY)
                .withWaveform(true);
        assertThat(
                SpectrogramPicture.draw(List.of(Panel.of("x", new AudioClip(x, 8000))), options)
                    .getWidth())
            .isEqualTo(600);
      }
    }
  }

  @Test
  void silenceIsDark() {
    PictureOptions options = PictureOptions.usual();
    Panel silence = Panel.of("", new AudioClip(new float[16_000], 16_000));
    BufferedImage image = SpectrogramPicture.draw(List.of(silence), options);
    int middle = PictureOptions.PIXELS * (10 + 6 + options.panelHeight() / 2);
    assertThat(image.getRGB(image.getWidth() / 2, middle) & 0xffffff)
        .isEqualTo(ColourMap.MAGMA.rgb(0));
  }

  @Test
  void amplitudesKeepDigitsThatCount() {
    assertThat(PanelDrawing.amplitude(0.3f)).isEqualTo("±0.30");
    assertThat(PanelDrawing.amplitude(0.0012f)).isEqualTo("±0.0012");
    assertThat(PanelDrawing.amplitude(1)).isEqualTo("±1");
  }

  @Test
  void onOneTimeScaleAShorterSoundEndsBeforeTheEdge() {
    PictureOptions options = PictureOptions.usual().withSeconds(2);
    BufferedImage image =
        SpectrogramPicture.draw(List.of(Panel.of("", tone(4000, 16_000, 16_000))), options);
    int low = PictureOptions.PIXELS * (10 + 6 + options.panelHeight() - 20);
    assertThat(brightness(image.getRGB(image.getWidth() / 3, low))).isLessThan(200);
    assertThat(brightness(image.getRGB(image.getWidth() * 2 / 3, low))).isEqualTo(3 * 255);
  }

  private static int brightness(int rgb) {
    return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
  }
}

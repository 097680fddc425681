package dev.auricle.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Shared;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden: Ogg Vorbis has as many samples as libsndfile 1.2 reads, also where pages contradict each
 * other. Property: however a sound's packets lie on pages, it is the same sound, cut where the
 * first page and the last one say.
 */
class VorbisEndsTest {
  private final OggLayout tone = new OggLayout(bytes(Tones.file("tone.ogg")));
  private final float[] whole = samples(tone.laid(40, 0, tone.samples()));

  @Test
  void aSoundOnOnePageHasTheSamplesThatWereCoded() {
    Path digit = Path.of("../demo/digits/eight/american-man-1.ogg");
    assertThat(AudioReader.read(digit, AudioReader.NATIVE_RATE).samples()).hasSize(15_518);
    assertThat(samples(bytes(Tones.file("tone.ogg")))).hasSize(11_025);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1-100038-A-14.ogg, 220500",
    "1-12654-A-15.ogg, 220052",
    "1-196660-A-8.ogg, 220288",
    "1-23094-A-15.ogg, 220052",
    "4-213915-A-3.ogg, 220052",
    "5-189212-A-12.ogg, 220096",
  })
  void clipsHaveTheirLength(String name, int length) {
    Path file = Shared.require("data/ESC-50/audio").resolve(name);
    assertThat(AudioReader.read(file, AudioReader.NATIVE_RATE).samples()).hasSize(length);
  }

  @ParameterizedTest(name = "{0} segments on a page")
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 11, 255})
  void onWhateverPagesTheEndIsWhereTheLastOneSays(int segments) {
    assertThat(whole).hasSize(tone.samples());
    for (int end : new int[] {1, 100, 5000, tone.samples() - 1, tone.samples()}) {
      boolean inLastPages = segments == 255 || tone.samples() - end < 100;
      if (inLastPages) {
        float[] cut = Arrays.copyOf(whole, end);
        assertThat(samples(tone.laid(segments, 0, end))).as("%d samples", end).isEqualTo(cut);
      }
    }
  }

  @ParameterizedTest(name = "{0} segments on a page")
  @ValueSource(ints = {5, 7, 11, 20})
  void theStartIsWhereTheFirstPageSays(int segments) {
    for (int cut : new int[] {1, 100, 130}) {
      byte[] file = tone.laid(segments, -cut, tone.samples() - cut);
      assertThat(samples(file)).isEqualTo(Arrays.copyOfRange(whole, cut, whole.length));
    }
    byte[] late = tone.laid(segments, 5000, 5000 + tone.samples() - 10);
    assertThat(samples(late)).isEqualTo(Arrays.copyOf(whole, whole.length - 10));
  }

  @Test
  void streamsOneAfterTheOtherKeepTheirOwnEnds() {
    byte[] one = tone.laid(9, -50, 11_000);
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    float[] once = samples(one);
    float[] twice = samples(two);
    assertThat(once).hasSize(11_000);
    assertThat(Arrays.copyOf(twice, 11_000)).isEqualTo(once);
    assertThat(Arrays.copyOfRange(twice, 11_000, twice.length)).isEqualTo(once);
  }

  /** The samples of a file in memory, which as a stream are the same. */
  private static float[] samples(byte[] file) {
    try (AudioReader reader = AudioReader.open(file, "file", ReadOptions.atRate(0));
        AudioReader stream = AudioReader.open(new ByteArrayInputStream(file), "stream", 0)) {
      float[] samples = reader.readAll().samples();
      assertThat(stream.readAll().samples()).isEqualTo(samples);
      assertThat(reader.warnings()).isEmpty();
      return samples;
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

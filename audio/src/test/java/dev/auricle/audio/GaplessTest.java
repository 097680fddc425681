package dev.auricle.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden: as many samples as {@code ffmpeg -i FILE -f s16le -ac 1 -} writes (5.1 and 8.0 agree; but
 * for {@code tone.ogg}, whose length it mistakes), and the sound where it was: the shift against
 * the original that correlates best, at the original's rate, to 0.1 ms. Formats that say how much
 * their coder padded start without a shift.
 */
class GaplessTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "adpcm.wav, 11187, 0",
    "adts.aac, 12288, 1024",
    "alac.m4a, 11025, 0",
    "flac.oga, 11025, 0",
    "noheader.mp3, 12672, 1105",
    "tone.aiff, 11025, 0",
    "tone.au, 11025, 0",
    "tone.caf, 11025, 0",
    "tone.flac, 11025, 0",
    "tone.m4a, 11264, 0",
    "tone.mka, 11136, 0",
    "tone.mp3, 11025, 0",
    "tone.ogg, 11025, 0",
    "tone.opus, 24000, 0",
    "tone.tta, 11025, 0",
    "tone.wav, 11025, 0",
    "tone.webm, 24000, 0",
    "tone.wma, 10240, -1024",
    "tone.wv, 11025, 0",
  })
  void startsAndEndsAsInFfmpegsProgram(String name, int samples, int shift) {
    AudioClip clip = AudioReader.read(Tones.file(name), AudioReader.NATIVE_RATE);
    assertThat(clip.samples()).hasSize(samples);
    float[] original = AudioReader.read(Tones.file("tone.wav"), 22050).samples();
    float[] decoded = AudioReader.read(Tones.file(name), 22050).samples();
    assertThat(bestShift(original, decoded)).isCloseTo(shift, within(2));
  }

  /** How many samples later than in the original its sound comes. */
  private static int bestShift(float[] original, float[] decoded) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int shift = -1500; shift <= 1500; shift++) {
      double sum = 0;
      for (int i = 2000; i < 7000; i++) {
        int j = i + shift;
        if (j >= 0 && j < decoded.length) {
          sum += original[i] * decoded[j];
        }
      }
      if (sum > highest) {
        highest = sum;
        best = shift;
      }
    }
    return best;
  }
}

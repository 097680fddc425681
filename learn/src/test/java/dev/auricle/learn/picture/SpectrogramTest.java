package dev.auricle.learn.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.audio.AudioClip;
import org.junit.jupiter.api.Test;

/** Property: a sound shows up where it is, in time and in frequency. */
class SpectrogramTest {
  private static final int RATE = 16_000;

  /** Silence, but for a tone from {@code from} to {@code to} seconds. */
  private static AudioClip tone(double hz, double seconds, double from, double to) {
    float[] x = new float[(int) (seconds * RATE)];
    for (int i = (int) (from * RATE); i < to * RATE; i++) {
      x[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / RATE));
    }
    return new AudioClip(x, RATE);
  }

  @Test
  void aToneLiesInItsRowAndItsColumns() {
    for (FrequencyScale scale : FrequencyScale.values()) {
      for (double hz : new double[] {300, 1000, 4321}) {
        Spectrogram s = Spectrogram.of(tone(hz, 2, 0.5, 1.0), scale, 96, 100);
        int loudest = 0;
        for (int row = 0; row < 96; row++) {
          loudest = s.level(row, 37) > s.level(loudest, 37) ? row : loudest;
        }
        assertThat((loudest + 0.5) / 96)
            .as("%s Hz, %s", hz, scale)
            .isCloseTo(scale.place(hz, 0, RATE / 2.0), within(1.0 / 96));
        assertThat(s.level(loudest, 37)).isGreaterThan(-3);
        assertThat(s.level(loudest, 10)).as("before").isLessThan(-100);
        assertThat(s.level(loudest, 70)).as("after").isLessThan(-100);
      }
    }
  }

  @Test
  void aLongRecordingIsReadPieceByPieceWithoutSeams() {
    // 80 s at one tone: every column is alike, whichever piece it came from.
    Spectrogram s = Spectrogram.of(tone(1000, 80, 0, 80), FrequencyScale.MEL, 64, 200);
    int row = (int) (64 * FrequencyScale.MEL.place(1000, 0, RATE / 2.0));
    for (int column = 2; column < 198; column++) {
      assertThat(s.level(row, column)).isCloseTo(s.level(row, 100), within(0.5));
    }
  }

  @Test
  void soundsShorterThanAFrameAndNoSoundAtAllGivePictures() {
    assertThat(Spectrogram.of(new AudioClip(new float[] {0.5f}, RATE), FrequencyScale.MEL, 8, 20))
        .satisfies(s -> assertThat(s.level(0, 0)).isBetween(-200.0, 0.0));
    assertThat(Spectrogram.of(new AudioClip(new float[0], RATE), FrequencyScale.LINEAR, 8, 20))
        .satisfies(s -> assertThat(s.level(0, 0)).isBetween(-200.0, 0.0));
  }

  @Test
  void scalesTurnPlacesBackIntoFrequencies() {
    for (FrequencyScale scale : FrequencyScale.values()) {
      for (double place = 0; place <= 1; place += 0.1) {
        double hz = scale.frequency(place, 50, 8000);
        assertThat(scale.place(hz, 50, 8000)).isCloseTo(place, within(1e-9));
      }
    }
  }

  @Test
  void silenceIsLoudNowhere() {
    for (int samples : new int[] {0, 1, RATE}) {
      Spectrogram s =
          Spectrogram.of(new AudioClip(new float[samples], RATE), FrequencyScale.MEL, 8, 20);
      assertThat(s.level(3, 10)).isEqualTo(-200);
    }
  }
}

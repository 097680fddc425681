package dev.auricle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.audio.AudioClip;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: a stretch is what the sound has of it, and one that goes beyond its end is named. */
class ExampleAudioTest {
  private static final int RATE = 8000;

  private final List<String> told = new ArrayList<>();

  @TempDir private Path dir;
  private Path sound;

  @BeforeEach
  void writeSound() throws IOException {
    sound = dir.resolve("two.wav");
    Wav.write(sound, Wav.tone(440, 2, RATE, 0), RATE);
  }

  @Test
  void aStretchWithinIsReadWithoutAWord() {
    assertThat(read(0.5, 1.5).seconds()).isCloseTo(1, within(1e-3));
    assertThat(read(1.5, 2.04).seconds()).isCloseTo(0.5, within(1e-3));
    assertThat(read(1.0, null).seconds()).isCloseTo(1, within(1e-3));
    assertThat(told).isEmpty();
  }

  @Test
  void aStretchBeyondTheEndIsNamed() {
    assertThat(read(1.5, 5.0).seconds()).isCloseTo(0.5, within(1e-3));
    assertThat(told)
        .singleElement()
        .asString()
        .contains("from 1.50 to 5.00 s", "the sound's end at 2.00 s");
  }

  @Test
  void silenceIsNamed() throws IOException {
    Wav.write(sound, new float[RATE], RATE);
    assertThat(read(0, null).seconds()).isCloseTo(1, within(1e-3));
    assertThat(told).containsExactly("it is silent: no sample reaches -80 dB");
  }

  private AudioClip read(double start, Double end) {
    Example example = new Example("two", sound, start, end, List.of("a"), "", null, null);
    return ExampleAudio.read(example, told::add);
  }
}

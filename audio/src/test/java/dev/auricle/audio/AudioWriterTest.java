package dev.auricle.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Property: what was written reads back the same, and a file is there whole or not at all. */
class AudioWriterTest {
  @TempDir Path folder;

  private AudioClip throughFile(AudioClip clip, AudioFormat format) {
    Path file = folder.resolve("clip." + format.extension());
    AudioWriter.write(clip, file, format);
    return AudioReader.read(file, AudioReader.NATIVE_RATE);
  }

  @ParameterizedTest
  @EnumSource(names = "OPUS", mode = EnumSource.Mode.EXCLUDE)
  void samplesOnTheGridComeBackExactly(AudioFormat format) {
    for (int rate : new int[] {8000, 16_000, 44_100, 192_000}) {
      AudioClip clip = Tones.noise(rate, 0.3, rate);
      AudioClip back = throughFile(clip, format);
      assertThat(back.sampleRate()).isEqualTo(rate);
      assertThat(back.samples()).isEqualTo(clip.samples());
    }
  }

  @Test
  void louderThanOneClipsInIntegersAndStaysInFloats() {
    AudioClip loud = new AudioClip(new float[] {1.5f, -1.5f, 1f, -1f, 0f}, 8000);
    float top = 32767 / 32768f;
    assertThat(throughFile(loud, AudioFormat.WAV_16).samples())
        .containsExactly(top, -1, top, -1, 0);
    assertThat(throughFile(loud, AudioFormat.WAV_FLOAT).samples()).isEqualTo(loud.samples());
  }

  @Test
  void theWavHeaderIsTheCanonicalOne() {
    byte[] bytes = AudioWriter.encode(new AudioClip(new float[3], 16_000), AudioFormat.WAV_24);
    assertThat(bytes).hasSize(44 + 9 + 1);
    assertThat(new String(bytes, 0, 4, US_ASCII)).isEqualTo("RIFF");
    assertThat(bytes[4]).isEqualTo((byte) (bytes.length - 8));
    assertThat(bytes[40]).isEqualTo((byte) 9);
  }

  @ParameterizedTest
  @CsvSource({"8000, 8000", "11025, 12000", "16000, 16000", "22050, 24000", "44100, 48000"})
  void opusIsSmallAndSoundsAlike(int rate, int stored) throws IOException {
    AudioClip tone = Tones.sine(rate, 5, 1000);
    byte[] bytes = AudioWriter.encode(tone, AudioFormat.OPUS);
    assertThat(bytes.length).isLessThan(20_000);
    assertThat(new String(bytes, 0, 4, US_ASCII)).isEqualTo("OggS");
    try (AudioReader reader = AudioReader.open(bytes, "memory", ReadOptions.atRate(rate))) {
      assertThat(reader.info().sampleRate()).as("Opus always decodes to 48 kHz").isEqualTo(48_000);
      float[] back = reader.readAll().samples();
      assertThat(back.length / (double) rate).isCloseTo(5, within(0.03));
      double error = 0;
      for (int i = rate; i < 4 * rate; i++) {
        error += Math.pow(back[i] - tone.samples()[i], 2);
      }
      assertThat(Math.sqrt(error / (3 * rate))).as("rms error").isLessThan(0.05);
    }
    assertThat(stored).isGreaterThanOrEqualTo(rate);
  }

  @ParameterizedTest
  @EnumSource
  void theSameClipGivesTheSameBytes(AudioFormat format) throws IOException {
    AudioClip clip = Tones.noise(22_050, 0.5, 8);
    byte[] bytes = AudioWriter.encode(clip, format);
    assertThat(AudioWriter.encode(clip, format)).isEqualTo(bytes);
    Path file = folder.resolve("same." + format.extension());
    try (AudioWriter writer = AudioWriter.open(file, format, 22_050)) {
      for (int i = 0; i < clip.samples().length; i += 1000) {
        writer.write(clip.samples(), i, Math.min(1000, clip.samples().length - i));
      }
      writer.finish();
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void anUnfinishedFileLeavesNothing() throws IOException {
    Path file = folder.resolve("kept.wav");
    Files.writeString(file, "before");
    try (AudioWriter writer = AudioWriter.open(file, AudioFormat.WAV_16, 8000)) {
      writer.write(new float[100], 0, 100);
    }
    assertThat(file).hasContent("before");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriterThatIsClosedSaysSo(AudioFormat format) {
    Path file = folder.resolve("closed." + format.extension());
    AudioWriter writer = AudioWriter.open(file, format, 22_050);
    writer.write(new float[5000], 0, 5000);
    writer.close();
    writer.close();
    assertRefuses(writer, "closed");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void aWriterThatIsFinishedSaysSo(AudioFormat format) throws IOException {
    AudioClip clip = Tones.noise(22_050, 0.5, 8);
    Path file = folder.resolve("finished." + format.extension());
    AudioWriter writer = AudioWriter.open(file, format, 22_050);
    writer.write(clip.samples(), 0, clip.samples().length);
    writer.finish();
    assertRefuses(writer, "finished");
    writer.close();
    writer.close();
    assertRefuses(writer, "closed");
    assertThat(Files.readAllBytes(file)).isEqualTo(AudioWriter.encode(clip, format));
  }

  @ParameterizedTest
  @EnumSource
  void aThreadThatIsInterruptedSaysSoAndLeavesNothing(AudioFormat format) throws IOException {
    Path file = folder.resolve("interrupted." + format.extension());
    AudioClip clip = Tones.noise(22_050, 0.5, 8);
    try {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> AudioWriter.write(clip, file, format))
          .isInstanceOf(AuricleException.class)
          .hasMessageContaining("Writing " + file + " was interrupted");
    } finally {
      Thread.interrupted();
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).isEmpty();
    }
  }

  private static void assertRefuses(AudioWriter writer, String word) {
    assertThatThrownBy(() -> writer.write(new float[5000], 0, 5000))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(word);
    assertThatThrownBy(writer::finish)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(word);
  }

  @Test
  void whereOneCannotWriteItSaysSo() {
    Path nowhere = folder.resolve("no/such/folder/clip.wav");
    assertThatThrownBy(() -> AudioWriter.write(Tones.sine(8000, 0.1, 100), nowhere))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("Cannot write " + nowhere);
    assertThatThrownBy(() -> AudioWriter.write(Tones.sine(8000, 0.1, 100), folder.resolve("a.xyz")))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining(".wav, .flac, .opus");
    assertThatThrownBy(
            () ->
                AudioWriter.write(
                    new AudioClip(new float[] {Float.NaN}, 8000), folder.resolve("n.wav")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

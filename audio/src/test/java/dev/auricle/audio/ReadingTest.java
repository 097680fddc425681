package dev.auricle.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.signal.Resampler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: however a sound is read, it is the same sound. */
class ReadingTest {
  @TempDir Path folder;

  static Iterable<Path> tones() {
    return Tones.files();
  }

  @ParameterizedTest
  @MethodSource("tones")
  void chunksOfAnySizeMakeUpTheWhole(Path file) {
    float[] whole = AudioReader.read(file, 16_000).samples();
    Random random = new Random(5);
    float[] joined = new float[whole.length];
    float[] buffer = new float[3000];
    int length = 0;
    try (AudioReader reader = AudioReader.open(file, 16_000)) {
      int count;
      while ((count = reader.read(buffer, 7, 1 + random.nextInt(2900))) > 0) {
        System.arraycopy(buffer, 7, joined, length, count);
        length += count;
      }
      assertThat(reader.read(buffer, 0, 10)).isEqualTo(-1);
    }
    assertThat(length).isEqualTo(whole.length);
    assertThat(joined).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("tones")
  void aStreamReadsAsItsFileDoes(Path file) throws IOException {
    float[] whole = AudioReader.read(file, AudioReader.NATIVE_RATE).samples();
    byte[] bytes = Files.readAllBytes(file);
    try (AudioReader reader = AudioReader.open(bytes, "bytes", ReadOptions.atRate(0))) {
      assertThat(reader.readAll().samples()).isEqualTo(whole);
    }
    boolean[] closed = new boolean[1];
    try (InputStream stream =
            new java.io.FilterInputStream(Files.newInputStream(file)) {
              @Override
              public void close() throws IOException {
                closed[0] = true;
                super.close();
              }
            };
        AudioReader reader = AudioReader.open(stream, "stream", 0)) {
      assertThat(reader.readAll().samples()).isEqualTo(whole);
      reader.close();
      assertThat(closed[0]).as("the stream is its owner's to close").isFalse();
    }
  }

  /** As libsndfile writes it: 24 bits, and a chunk that reserves 4016 bytes before the sound. */
  @Test
  void aStreamOfCafWithRoomInItsHeaderIsRead() {
    byte[] zeros = new byte[4016];
    ByteBuffer caf = ByteBuffer.allocate(8 + 44 + 12 + zeros.length + 16 + 3 * 500);
    caf.put(ascii("caff")).putInt(0x10000).put(ascii("desc")).putLong(32).putDouble(8000);
    caf.put(ascii("lpcm")).putInt(0).putInt(3).putInt(1).putInt(1).putInt(24);
    caf.put(ascii("free")).putLong(zeros.length).put(zeros);
    caf.put(ascii("data")).putLong(4 + 3 * 500).putInt(0);
    caf.put(caf.limit() - 3, new byte[] {0x40, 0, 0});
    InputStream stream = new ByteArrayInputStream(caf.array());
    try (AudioReader reader = AudioReader.open(stream, "stream", 0)) {
      float[] samples = reader.readAll().samples();
      assertThat(samples).hasSize(500).endsWith(0, 0.5f);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void standardInputIsADash() throws IOException {
    InputStream before = System.in;
    try (InputStream file = Files.newInputStream(Tones.file("tone.mp3"))) {
      System.setIn(file);
      assertThat(AudioReader.read(Path.of("-"), 0).samples()).hasSize(11_025);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aNamedPipeIsRead() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path flac = Tones.file("tone.flac");
    Process writer =
        new ProcessBuilder("sh", "-c", "cat \"$0\" > \"$1\"", flac.toString(), pipe.toString())
            .start();
    assertThat(AudioReader.read(pipe, 0).samples()).hasSize(11_025);
    assertThat(writer.waitFor()).isZero();
  }

  @ParameterizedTest
  @MethodSource("tones")
  void aStretchIsASliceOfTheWhole(Path file) {
    AudioClip whole = AudioReader.read(file, AudioReader.NATIVE_RATE);
    int rate = whole.sampleRate();
    double[][] stretches = {{0, 0.1}, {0.123, 0.301}, {0.2, Double.POSITIVE_INFINITY}, {0.4, 9}};
    for (double[] stretch : stretches) {
      int from = (int) Math.round(stretch[0] * rate);
      int to = (int) Math.min(whole.samples().length, Math.round(stretch[1] * rate));
      float[] part = AudioReader.read(file, 0, stretch[0], stretch[1]).samples();
      assertThat(part).isEqualTo(Arrays.copyOfRange(whole.samples(), from, to));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"WAV_16", "WAV_FLOAT", "FLAC_16", "OPUS"})
  void aFarStretchIsASliceToo(String format) {
    AudioClip clip = Tones.noise(16_000, 40, 3);
    Path file = folder.resolve("long." + AudioFormat.valueOf(format).extension());
    AudioWriter.write(clip, file, AudioFormat.valueOf(format));
    float[] whole = AudioReader.read(file, AudioReader.NATIVE_RATE).samples();
    Random random = new Random(11);
    int rate = AudioReader.probe(file).sampleRate();
    for (int i = 0; i < 25; i++) {
      double start = 10 + 29 * random.nextDouble();
      double end = start + random.nextDouble();
      int from = (int) Math.round(start * rate);
      int to = (int) Math.min(whole.length, Math.round(end * rate));
      float[] part = AudioReader.read(file, 0, start, end).samples();
      assertThat(part).as("%s to %s", start, end).isEqualTo(Arrays.copyOfRange(whole, from, to));
    }
  }

  @Test
  void monoIsTheMeanOfTheChannels() {
    Path stereo = Tones.file("tone.wav");
    float[] mean = AudioReader.read(stereo, 0).samples();
    float[] left = AudioReader.read(stereo, ReadOptions.atRate(0).channel(0)).samples();
    float[] right = AudioReader.read(stereo, ReadOptions.atRate(0).channel(1)).samples();
    for (int i = 0; i < mean.length; i++) {
      assertThat(mean[i]).isEqualTo((left[i] + right[i]) * 0.5f);
    }
    // The left tone rises from 300 Hz at amplitude 0.4: its first quarter wave peaks there.
    assertThat(left[18]).isCloseTo(0.4f, within(0.003f));
  }

  @Test
  void anotherRateIsTheResamplers() {
    Path file = Tones.file("tone.flac");
    float[] stored = AudioReader.read(file, AudioReader.NATIVE_RATE).samples();
    assertThat(AudioReader.read(file, 16_000).samples())
        .isEqualTo(Resampler.resample(stored, 22_050, 16_000));
  }

  @Test
  void aSoundThatChangesItsRateKeepsItsPitch() {
    AudioClip clip = AudioReader.read(Tones.file("joined.mp3"), 16_000);
    assertThat(clip.seconds()).isCloseTo(1.12, within(0.06));
    for (int from : new int[] {3200, 11_200}) {
      int rising = 0;
      for (int i = from; i < from + 3200; i++) {
        rising += clip.samples()[i - 1] < 0 && clip.samples()[i] >= 0 ? 1 : 0;
      }
      assertThat(rising).as("periods of 1 kHz in 0.2 s").isBetween(199, 201);
    }
  }

  @Test
  void manyThreadsReadAsOneDoes() {
    List<float[]> alone =
        Tones.files().stream().map(f -> AudioReader.read(f, 16_000).samples()).toList();
    List<float[]> together =
        IntStream.range(0, 8 * alone.size())
            .parallel()
            .mapToObj(i -> AudioReader.read(Tones.files().get(i % alone.size()), 16_000).samples())
            .toList();
    for (int i = 0; i < together.size(); i++) {
      assertThat(together.get(i)).isEqualTo(alone.get(i % alone.size()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tone.wav", "tone.flac", "tone.aiff", "tone.au"})
  void aSoundCutOffIsReadAsFarAsItGoesWithAWarning(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(Tones.file(name));
    try (AudioReader reader =
        AudioReader.open(Arrays.copyOf(bytes, bytes.length / 2), name, ReadOptions.atRate(0))) {
      assertThat(reader.readAll().seconds()).isBetween(0.1, 0.3);
      List<String> warnings = reader.warnings();
      assertThat(String.join(" ", warnings)).contains("the header promises 0.50 s");
      reader.close();
      assertThat(reader.warnings()).isEqualTo(warnings);
    }
  }

  @ParameterizedTest
  @MethodSource("tones")
  void aSoundWithoutFaultHasNoWarnings(Path file) {
    try (AudioReader reader = AudioReader.open(file, 16_000)) {
      reader.readAll();
      assertThat(reader.warnings()).isEmpty();
    }
  }

  @Test
  void aStretchIsNotTakenForASoundCutOff() {
    ReadOptions start = ReadOptions.atRate(0).stretch(0, 0.1);
    try (AudioReader reader = AudioReader.open(Tones.file("tone.wav"), start)) {
      reader.readAll();
      assertThat(reader.warnings()).isEmpty();
    }
  }

  @Test
  void aClosedReaderSaysSo() {
    AudioReader reader = AudioReader.open(Tones.file("tone.wav"), 0);
    reader.close();
    reader.close();
    assertThat(reader.warnings()).isEmpty();
    assertThatThrownBy(() -> reader.read(new float[1], 0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void theHeaderIsToldAsItIs() {
    AudioInfo wav = AudioReader.probe(Tones.file("tone.wav"));
    assertThat(wav.container()).isEqualTo("wav");
    assertThat(wav.codec()).isEqualTo("pcm_s16le");
    assertThat(wav.sampleRate()).isEqualTo(22_050);
    assertThat(wav.channels()).isEqualTo(2);
    assertThat(wav.bitsPerSample()).isEqualTo(16);
    assertThat(wav.seconds()).isCloseTo(0.5, within(1e-6));
    AudioInfo mp3 = AudioReader.probe(Tones.file("tone.mp3"));
    assertThat(mp3.codec()).isEqualTo("mp3");
    assertThat(mp3.bitsPerSample()).isZero();
  }
}

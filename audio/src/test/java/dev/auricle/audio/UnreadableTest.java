package dev.auricle.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: what a user is told of a file that cannot be read. */
class UnreadableTest {
  @TempDir Path folder;

  private void assertRefused(Path file, String... words) {
    assertThatThrownBy(() -> AudioReader.read(file, 16_000))
        .isInstanceOf(AuricleException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(file.toString());
  }

  private Path holding(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void aMissingPath() {
    assertRefused(folder.resolve("none.wav"), "no file", "check the path");
  }

  @Test
  void aFolder() {
    assertRefused(folder, "is a folder", "name a file inside");
  }

  @Test
  void anEmptyFile() throws IOException {
    assertRefused(holding("empty.wav", new byte[0]), "empty file (0 bytes)", "export it again");
  }

  @Test
  void aTextFileNamedWav() throws IOException {
    byte[] text = "These are notes on the recordings of May.\n".repeat(40).getBytes(US_ASCII);
    assertRefused(holding("notes.wav", text), "found plain text", "expected a sound file");
  }

  @Test
  void aWebPageNamedMp3() throws IOException {
    byte[] page = "<!DOCTYPE html><html><body>404</body></html>".getBytes(US_ASCII);
    assertRefused(holding("song.mp3", page), "a web page (a failed download?)");
  }

  @Test
  void aPictureNamedFlac() throws IOException {
    byte[] gif = "GIF89a\1\0\1\0\0\0\0;".getBytes(US_ASCII);
    assertRefused(holding("cover.flac", gif), "cover.flac");
  }

  @Test
  void aPlaylistNamedWavOpensNothingElse() throws IOException {
    AudioWriter.write(Tones.sine(8000, 0.1, 440), folder.resolve("secret.wav"));
    String list = "ffconcat version 1.0\nfile secret.wav\n";
    assertRefused(holding("list.wav", list.getBytes(US_ASCII)), "list.wav");
    String stream = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsecret.wav\n#EXT-X-ENDLIST\n";
    assertRefused(holding("list.mp3", stream.getBytes(US_ASCII)), "list.mp3");
  }

  @Test
  void aHeaderWithoutSamples() throws IOException {
    byte[] wav = AudioWriter.encode(new AudioClip(new float[0], 16_000), AudioFormat.WAV_16);
    assertRefused(holding("zero.wav", wav), "no samples", "16000 Hz", "record it again");
  }

  @Test
  void aFileCutWithinItsHeader() throws IOException {
    byte[] wav = AudioWriter.encode(Tones.sine(16_000, 1, 440), AudioFormat.WAV_16);
    assertRefused(holding("cut.wav", Arrays.copyOf(wav, 40)), "truncated RIFF file (40 bytes)");
    byte[] ogg = Files.readAllBytes(Tones.file("tone.ogg"));
    assertRefused(holding("cut.ogg", Arrays.copyOf(ogg, 3000)), "truncated OggS file");
  }

  @Test
  void aChannelThatIsNotThere() {
    Path stereo = Tones.file("tone.wav");
    assertThatThrownBy(() -> AudioReader.read(stereo, ReadOptions.atRate(0).channel(2)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("found 2 channels, expected one numbered 2 (counted from 0)");
  }

  @Test
  void aStretchBeyondTheEnd() {
    Path half = Tones.file("tone.wav");
    assertThatThrownBy(() -> AudioReader.read(half, 0, 3, 4))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("found 0.500 s of sound, expected a stretch starting at 3.000 s");
  }

  @Test
  void aStreamThatBreaks() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThatThrownBy(() -> AudioReader.open(broken, "the upload", 0))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("the upload: reading its bytes failed (connection reset)");
  }

  @Test
  void aStreamThatBreaksWithoutAWord() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException();
          }
        };
    assertThatThrownBy(() -> AudioReader.open(broken, "the upload", 0))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("reading its bytes failed (java.io.EOFException)");
  }

  @Test
  void aThreadThatIsInterrupted() {
    Path whole = Tones.file("tone.wav");
    try {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> AudioReader.read(whole, 0))
          .isInstanceOf(AuricleException.class)
          .hasMessageContaining(whole + ": reading it was interrupted")
          .hasMessageNotContaining("disk");
      assertThat(Thread.currentThread().isInterrupted()).as("is for the caller to see").isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void aStreamOfNothing() {
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    assertThatThrownBy(() -> AudioReader.open(nothing, "standard input", 0))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("standard input: found an empty file (0 bytes)");
  }
}

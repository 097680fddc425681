package dev.auricle.data.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.audio.fetch.DownloadProgress;
import dev.auricle.audio.fetch.Downloader;
import dev.auricle.audio.fetch.Patience;
import dev.auricle.audio.fetch.RemoteFile;
import dev.auricle.testing.FileServer;
import dev.auricle.testing.Tar;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: a corpus is there whole and recognised, or its folder is not there. */
class CorpusDownloadTest {
  private static final Patience ONCE =
      new Patience(1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5));

  @TempDir Path dir;
  private FileServer server;
  private Path archive;

  @BeforeEach
  void pack() throws IOException {
    server = FileServer.start();
    Path wav = Wav.write(dir.resolve("one.wav"), Wav.tone(300, 0.02, 8000, 1), 8000);
    String sound = new String(Files.readAllBytes(wav), StandardCharsets.ISO_8859_1);
    Tar tar = new Tar().folder("digits-1.0/").file("digits-1.0/README.md", "digits");
    for (String speaker : List.of("george", "lucas")) {
      for (int i = 0; i < 7; i++) {
        for (int digit = 0; digit < 2; digit++) {
          tar.file(
              "digits-1.0/recordings/" + digit + "_" + speaker + "_" + i + ".wav",
              sound.replaceAll("[^\\x00-\\x7f]", "\0"));
        }
      }
    }
    archive = tar.write(dir.resolve("digits-1.0.tar.gz"), true);
    server.put("digits-1.0.tar.gz", Files.readAllBytes(archive));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCorpusIsDownloadedUnpackedAndRecognised() {
    CorpusDownload.Result result = get(digits(null), List.of());
    assertThat(result.dataset().layout()).isEqualTo("fsdd");
    assertThat(result.dataset().examples()).hasSize(28);
    assertThat(result.warnings()).isEmpty();
    assertThat(dir.resolve("digits/recordings/1_lucas_6.wav")).exists();
    assertThat(names()).containsExactly("digits", "digits-1.0.tar.gz", "one.wav");
  }

  @Test
  void whatIsBrokenOffLeavesNoFolderAndIsGoneOnWith() {
    server.breakAfter(500);
    assertThatThrownBy(() -> get(digits(null), List.of()))
        .hasMessageContaining("ended after 500 of")
        .hasMessageContaining("auricle data get digits --from digits-1.0.tar.gz");
    assertThat(dir.resolve("digits")).doesNotExist();
    assertThat(get(digits(null), List.of()).dataset().examples()).hasSize(28);
    assertThat(server.requests()).last().isEqualTo("/digits-1.0.tar.gz bytes=500-");
  }

  @Test
  void anArchiveFetchedByHandNeedsNoNetworkAndStays() {
    Checksum right = Checksum.of("MD5", archive);
    assertThat(get(digits(right), List.of(archive)).dataset().examples()).hasSize(28);
    assertThat(server.requests()).isEmpty();
    assertThat(archive).exists();
  }

  @Test
  void anotherArchiveIsRefused() {
    Checksum other = Checksum.md5("0".repeat(32));
    assertThatThrownBy(() -> get(digits(other), List.of(archive)))
        .hasMessageContaining("is not the published digits-1.0.tar.gz")
        .hasMessageContaining("expected " + "0".repeat(32));
    assertThat(names()).containsExactly("digits-1.0.tar.gz", "one.wav");
  }

  @Test
  void aHostileArchiveLeavesNoFolder() throws IOException {
    Path hostile = new Tar().file("../../evil.wav", "x").write(dir.resolve("x.tar"), false);
    assertThatThrownBy(() -> get(digits(null), List.of(hostile))).hasMessageContaining("evil.wav");
    assertThat(dir.resolve("digits")).doesNotExist();
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Files.createDirectories(dir.resolve("digits/mine"));
    assertThatThrownBy(() -> get(digits(null), List.of())).hasMessageContaining("is there already");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void everyCorpusSaysWhereItsFiguresAreFrom() {
    assertThat(Corpora.all())
        .extracting(Corpus::name)
        .containsExactly(
            "esc50", "fsdd", "irmas", "irmas-test", "urbansound8k", "gtzan", "speech-commands");
    for (Corpus corpus : Corpora.all()) {
      for (Corpus.Part part : corpus.parts()) {
        assertThat(part.verification()).isNotBlank();
        assertThat(part.file().addresses()).isNotEmpty();
      }
    }
    assertThatThrownBy(() -> Corpora.find("urbansound")).hasMessageContaining("urbansound8k");
  }

  private CorpusDownload.Result get(Corpus corpus, List<Path> from) {
    return new CorpusDownload(new Downloader(ONCE))
        .get(corpus, dir.resolve("digits"), from, file -> DownloadProgress.NONE);
  }

  private Corpus digits(@Nullable Checksum checksum) {
    RemoteFile file =
        new RemoteFile(
            "digits-1.0.tar.gz", List.of(server.address("digits-1.0.tar.gz")), -1, checksum);
    return new Corpus(
        "digits",
        "Digits",
        "digits",
        "http://example.org/digits",
        "CC0",
        "nobody",
        "fsdd",
        List.of(new Corpus.Part(file, null, "made by the test")));
  }

  private List<String> names() {
    String[] found = dir.toFile().list();
    return found == null ? List.of() : List.of(found).stream().sorted().toList();
  }
}

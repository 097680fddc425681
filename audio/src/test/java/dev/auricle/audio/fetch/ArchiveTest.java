package dev.auricle.audio.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import dev.auricle.testing.Tar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: what an archive holds comes out, and nothing of it outside its folder. */
class ArchiveTest {
  private static final Limits WIDE = new Limits(1 << 20, 100);

  @TempDir Path dir;

  @Test
  void aZipComesOutAsItWentIn() throws IOException {
    Path zip = zip("top/a.wav", "one", "top/deep/b.wav", "two", "top/empty/", "");
    Archive.Unpacked unpacked = Archive.unpack(zip, out(), WIDE);
    assertThat(unpacked).isEqualTo(new Archive.Unpacked(2, 6, List.of()));
    assertThat(out().resolve("top/a.wav")).hasContent("one");
    assertThat(out().resolve("top/deep/b.wav")).hasContent("two");
    assertThat(out().resolve("top/empty")).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTarComesOutAsItWentIn(boolean gzipped) throws IOException {
    String tooLongForUstar = "d/".repeat(120) + "ä".repeat(60) + ".wav";
    byte[] long1 = new byte[1000];
    Arrays.fill(long1, (byte) 'x');
    Path tar =
        new Tar()
            .folder("top/")
            .file("top/a.wav", "one")
            .file("top/exact.wav", "y".repeat(512))
            .gnuLongName(tooLongForUstar + "1", "gnu")
            .paxPath(tooLongForUstar + "2", "pax")
            .file("top/long", new String(long1, StandardCharsets.US_ASCII))
            .write(dir.resolve("whatever.bin"), gzipped);
    assertThat(Archive.unpack(tar, out(), WIDE).files()).isEqualTo(5);
    assertThat(out().resolve("top/a.wav")).hasContent("one");
    assertThat(out().resolve("top/exact.wav")).hasSize(512);
    assertThat(out().resolve(tooLongForUstar + "1")).hasContent("gnu");
    assertThat(out().resolve(tooLongForUstar + "2")).hasContent("pax");
    assertThat(out().resolve("top/long")).hasBinaryContent(long1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../out.txt",
        "a/../../out.txt",
        "/tmp/out.txt",
        "..\\out.txt",
        "C:\\out.txt",
        "c:/out.txt",
        "a/..",
        "."
      })
  void namesThatLeadOutAreRefusedByName(String name) throws IOException {
    Path zip = zip("good.wav", "good", name, "bad");
    Path tar = new Tar().file(name, "bad").write(dir.resolve("a.tar.gz"), true);
    for (Path archive : List.of(zip, tar)) {
      assertThatThrownBy(() -> Archive.unpack(archive, out(), WIDE))
          .isInstanceOf(AuricleException.class)
          .hasMessageContaining(name);
    }
    assertNothingOutside();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../../secret", "../..", "a/../../../x"})
  void linksThatLeadOutAreRefused(String target) throws IOException {
    for (boolean symbolic : new boolean[] {true, false}) {
      Path tar =
          new Tar()
              .link("top/link", target, symbolic)
              .file("top/link/in", "bad")
              .write(dir.resolve("a.tar"), false);
      assertThatThrownBy(() -> Archive.unpack(tar, out(), WIDE))
          .hasMessageContaining("top/link, a link to " + target);
    }
    assertNothingOutside();
  }

  @Test
  void linksInsideAndDevicesArePassedOverAloud() throws IOException {
    Path tar =
        new Tar()
            .file("top/a.wav", "one")
            .link("top/b.wav", "a.wav", true)
            .link("top/sub/c.wav", "../a.wav", true)
            .link("top/d.wav", "top/a.wav", false)
            .entry("top/pipe", '6', "")
            .write(dir.resolve("a.tar"), false);
    Archive.Unpacked unpacked = Archive.unpack(tar, out(), WIDE);
    assertThat(unpacked.files()).isEqualTo(1);
    assertThat(unpacked.warnings()).hasSize(4).allMatch(w -> w.contains("passed over"));
    assertThat(out().resolve("top/b.wav")).doesNotExist();
  }

  @Test
  void whatGrowsBeyondItsLimitsIsStopped() throws IOException {
    Path bomb = zip("zeros.wav", "\0".repeat(2 << 20));
    assertThat(Files.size(bomb)).isLessThan(10_000);
    assertThatThrownBy(() -> Archive.unpack(bomb, out(), WIDE))
        .hasMessageContaining("zeros.wav")
        .hasMessageContaining("beyond 1048576 bytes");
    Path many = zip("a", "", "b", "", "c", "");
    assertThatThrownBy(() -> Archive.unpack(many, dir.resolve("many"), new Limits(10, 2)))
        .hasMessageContaining("more than 2 entries");
    assertThat(Limits.of(bomb).bytes()).isEqualTo(64 << 20);
  }

  @Test
  void aNameThatStandsTwiceIsRefused() throws IOException {
    Path tar =
        new Tar().file("a.wav", "one").file("./a.wav", "two").write(dir.resolve("a.tar"), false);
    assertThatThrownBy(() -> Archive.unpack(tar, out(), WIDE)).hasMessageContaining("twice");
    assertThat(out().resolve("a.wav")).hasContent("one");
  }

  @Test
  void otherFilesAreNoArchives() throws IOException {
    Path page = Files.writeString(dir.resolve("a.zip"), "<html>".repeat(200));
    assertThatThrownBy(() -> Archive.unpack(page, out(), WIDE))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("not a ZIP");
    Path empty = Files.write(dir.resolve("b.zip"), new byte[0]);
    assertThatThrownBy(() -> Archive.unpack(empty, out(), WIDE)).hasMessageContaining("not a ZIP");
    assertThatThrownBy(() -> Archive.unpack(dir.resolve("none.zip"), out(), WIDE))
        .hasMessageContaining("no such file");
  }

  @Test
  void aFlippedByteInAZipIsNoticed() throws IOException {
    Path zip = dir.resolve("stored.zip");
    byte[] bytes = Files.readAllBytes(zip("a.wav", "abcdefghijklmnop".repeat(200)));
    bytes[60] ^= 1;
    Files.write(zip, bytes);
    assertThatThrownBy(() -> Archive.unpack(zip, out(), WIDE))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("stored.zip");
  }

  @Test
  void damagedArchivesAreErrorsAndNothingElse() throws IOException {
    byte[] zip = Files.readAllBytes(zip("a/b.wav", "one".repeat(100), "c.wav", "two"));
    byte[] tar =
        Files.readAllBytes(
            new Tar()
                .paxPath("p".repeat(300), "x")
                .gnuLongName("q".repeat(300), "y")
                .file("a.wav", "one".repeat(300))
                .write(dir.resolve("t.tar"), false));
    byte[] gz =
        Files.readAllBytes(
            new Tar().file("a.wav", "one".repeat(300)).write(dir.resolve("t.tgz"), true));
    Random random = new Random(42);
    int errors = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = (i % 3 == 0 ? zip : i % 3 == 1 ? tar : gz).clone();
      if (random.nextBoolean()) {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      for (int k = 0; k < 3 && damaged.length > 0; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(dir.resolve("damaged"), damaged);
      try {
        Archive.unpack(file, dir.resolve("out" + i), WIDE);
      } catch (AuricleException e) {
        errors++;
      }
    }
    assertThat(errors).isGreaterThan(150);
    try (Stream<Path> names = Files.list(dir)) {
      assertThat(
              names.filter(p -> !p.getFileName().toString().matches("out\\d+|.*\\.(zip|tar|tgz)")))
          .containsExactly(dir.resolve("damaged"));
    }
  }

  private Path out() {
    return dir.resolve("room/out");
  }

  /** Beside the folder lies nothing. */
  private void assertNothingOutside() throws IOException {
    try (Stream<Path> beside = Files.list(dir.resolve("room"))) {
      assertThat(beside).containsExactly(out());
    }
    assertThat(Path.of("/tmp/out.txt")).doesNotExist();
  }

  private Path zip(String... namesAndContents) throws IOException {
    Path file = Files.createTempFile(dir, "made", ".zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}

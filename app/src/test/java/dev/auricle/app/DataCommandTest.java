package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Shared;
import dev.auricle.testing.Tar;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Story: published corpora as a user gets them, and the part of a dataset that is meant. */
class DataCommandTest {
  @TempDir Path dir;

  @Test
  void corporaAreListedWithTheirLicences() {
    Shell list = Shell.run("data", "list");
    assertThat(list.code()).isZero();
    assertThat(list.out()).contains("urbansound8k").contains("licence: CC BY-NC 4.0");
    Shell shown = Shell.run("data", "show", "speech-commands");
    assertThat(shown.out()).contains("licence     CC BY 4.0").contains("SHA-256 af14739e");
    assertThat(Shell.run("data", "show", "fsdd").out()).contains("checksum  none: GitHub packs");
    assertThat(Shell.run("data", "list", "--json").out()).contains("\"layout\" : \"gtzan\"");
  }

  @Test
  void withoutATerminalNobodyIsAsked() {
    Shell shell = Shell.run("data", "get", "fsdd", "-o", dir.resolve("digits"));
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("licence     CC BY-SA 4.0").contains("--yes");
    assertThat(dir.resolve("digits")).doesNotExist();
  }

  @Test
  void anUnknownNameAndATakenFolderAreRefused() throws IOException {
    assertThat(Shell.run("data", "get", "esc-50").err()).contains("did you mean 'esc50'");
    Files.createDirectories(dir.resolve("mine/inside"));
    Shell taken = Shell.run("data", "get", "fsdd", "--yes", "-o", dir.resolve("mine"));
    assertThat(taken.code()).isEqualTo(1);
    assertThat(taken.err()).contains("is there already");
    Shell lost = Shell.run("data", "get", "fsdd", "--from", dir.resolve("no.tar.gz"));
    assertThat(lost.err()).contains("no such file").contains("no.tar.gz");
  }

  @Test
  void anArchiveAtHandIsUnpackedAndRecognised() throws IOException {
    Tar tar = new Tar();
    for (String speaker : List.of("george", "lucas", "theo")) {
      for (int digit = 0; digit < 10; digit++) {
        tar.file("fsdd-1/recordings/" + digit + "_" + speaker + "_0.wav", "sound");
      }
    }
    Path archive = tar.write(dir.resolve("by-hand.tar.gz"), true);
    Path digits = dir.resolve("digits");
    Shell shell = Shell.run("data", "get", "fsdd", "--from", archive, "-o", digits, "-q");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains("FSDD, spoken digits: 30 recordings by 3 speakers")
        .contains("next: auricle inspect " + digits);
    assertThat(digits.resolve("recordings/9_theo_0.wav")).exists();
    assertThat(archive).exists();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void audioSetsClipsAreBroughtByTheProgramsOnThePath() throws Exception {
    Path ontology = Shared.require("data/AudioSet/ontology.json");
    Path lists = Files.createDirectories(dir.resolve("lists"));
    StringBuilder rows = new StringBuilder("# YTID, start_seconds, end_seconds, labels\n");
    for (int i = 0; i < 10; i++) {
      rows.append("speech_%04d, 30.000, 40.000, \"/m/09x0r\"\n".formatted(i));
      rows.append("music__%04d, 30.000, 40.000, \"/m/04rlf\"\n".formatted(i));
    }
    Path csv = Files.writeString(lists.resolve("some_segments.csv"), rows);
    Path bin = Files.createDirectories(dir.resolve("bin"));
    Path out = dir.resolve("two");

    Shell without = audioSet(bin, csv, ontology, out);
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.err()).contains("yt-dlp").contains("https://").contains("ffmpeg");
    assertThat(Files.readAllLines(out.resolve("manifest.csv"))).hasSize(7);

    Path tone = Wav.write(dir.resolve("tone.wav"), Wav.tone(300, 0.3, 8000, 1), 8000);
    script(
        bin.resolve("yt-dlp"),
        "for last; do :; done",
        "case \"$last\" in *[0-4]) echo 'ERROR: [youtube] x-1: Video unavailable'; exit 1;; esac",
        "while [ \"$1\" != --output ]; do shift; done",
        "/bin/cp " + tone + " \"${2%.*}.webm\"");
    script(
        bin.resolve("ffmpeg"),
        "for last; do :; done",
        "while [ \"$1\" != -i ]; do shift; done",
        "/bin/cp \"$2\" \"$last\"");
    Shell brought = audioSet(bin, csv, ontology, out);
    assertThat(brought.code()).as(brought.err()).isZero();
    assertThat(brought.out())
        .containsPattern("Speech +3 +3 +\\d")
        .containsPattern("\\d  Video unavailable")
        .contains("6 sounds");
    assertThat(Files.readString(out.resolve("failed.tsv"))).contains("\tVideo unavailable");
  }

  @Test
  void aPartOfTheDataIsSaidAloud() throws IOException {
    Path data = dir.resolve("data");
    StringBuilder rows = new StringBuilder("path,label,site\n");
    for (int i = 0; i < 12; i++) {
      String name = i + ".wav";
      Wav.write(data.resolve(name), Wav.tone(200 + 50 * i, 0.3, 8000, i), 8000);
      rows.append(name).append(i % 2 == 0 ? ",low," : ",high,").append(i < 8 ? "in\n" : "out\n");
    }
    Files.writeString(data.resolve("manifest.csv"), rows);
    Shell part = Shell.run("inspect", data, "--quick", "--subset", "site=in");
    assertThat(part.out()).contains("12 sounds; of these 8 clips with site=in");
    Shell wrong = Shell.run("train", data, "--subset", "site=up");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("site holds in, out");
    assertThat(Shell.run("compare", data, "--subset", "sit").err()).contains("did you mean 'site'");
    Shell one = Shell.run("train", data, "--classes", "low", "-o", dir.resolve("x.auricle"));
    assertThat(one.code()).isEqualTo(1);
    assertThat(one.err()).contains("every clip has the label low").contains("needs two labels");
  }

  private Shell audioSet(Path bin, Path csv, Path ontology, Path out) throws Exception {
    Path console = dir.resolve("console");
    Path errors = dir.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "dev.auricle.app.Main",
                "data",
                "get",
                "audioset",
                "--classes=Speech,Music",
                "--per-class=3",
                "--segments=" + csv,
                "--ontology=" + ontology,
                "--output=" + out,
                "--yes")
            .redirectOutput(console.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("PATH", bin.toString());
    int code = builder.start().waitFor();
    return new Shell(
        code,
        Files.readString(console, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}

package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Story: detecting in a long sound says how far it is, is stopped, and goes on. */
class DetectStoppedTest {
  private static final int LONG_SECONDS = 3600;

  @TempDir Path dir;

  @Test
  @Timeout(240)
  void aStoppedRunSaysThatItGoesOn() throws Exception {
    String bundle = TonesAndNoises.bundle(dir);
    Path in = Files.createDirectories(dir.resolve("in"));
    tone(in.resolve("1.wav"), 3);
    tone(in.resolve("2.wav"), LONG_SECONDS);
    Path out = dir.resolve("events.csv");
    Path journal = dir.resolve("events.csv.journal");
    Process process =
        start("detect", bundle, in.toString(), "-o", out.toString(), "--threads", "1");
    StringBuilder said = new StringBuilder();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith("detecting in 2 files, by seconds: 1 of 3603, ")) {
          while (Files.size(journal) == 0) { // Until the short one is done.
            Thread.sleep(10);
          }
          process.toHandle().destroy();
        }
      }
    }
    assertThat(process.waitFor()).as(said.toString()).isEqualTo(Stop.CODE);
    assertThat(said.toString()).contains("stopped; the same command goes on");
    assertThat(out).doesNotExist();
    tone(in.resolve("2.wav"), 4);
    Shell again = Shell.run("detect", bundle, in, "-o", out);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err())
        .contains("1 file done in an earlier run")
        .contains("2 events in 7.0 s of sound");
  }

  private static void tone(Path file, int seconds) {
    int rate = TonesAndNoises.RATE;
    float[] samples = TonesAndNoises.sound("tone", seconds * rate, new Random(1));
    AudioWriter.write(new AudioClip(samples, rate), file);
  }

  private Process start(String... words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            Main.class.getName());
    builder.command().addAll(List.of(words));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }
}

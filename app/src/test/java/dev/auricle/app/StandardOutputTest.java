package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Story: what a command prints does not arrive. */
class StandardOutputTest {
  @Test
  void aFullDiskIsAFailure() throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "no /dev/full here");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            Main.class.getName(),
            "--version");
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.redirectOutput(full).start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(1);
    assertThat(said).contains("auricle: standard output cannot be written: No space left");
  }

  @Test
  void aReaderWhoHasEnoughIsNone() {
    assertThat(lost("Broken pipe")).isNull();
    assertThat(lost("The pipe has been ended")).isNull();
    assertThat(lost("No space left on device")).isEqualTo("No space left on device");
  }

  private static String lost(String reason) {
    StandardOutput out =
        new StandardOutput(
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                throw new IOException(reason);
              }
            });
    new PrintStream(out, true, StandardCharsets.UTF_8).println("file,start,end,label,score");
    return out.lost();
  }
}

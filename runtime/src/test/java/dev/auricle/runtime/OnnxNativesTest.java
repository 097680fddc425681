package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Story: an application with a long class path embeds Auricle, and nothing of it leaves the machine
 * (see decision 013).
 */
class OnnxNativesTest {
  @TempDir Path folder;

  @Test
  void theLibraryHasNoTelemetry() throws Exception {
    Path natives = OnnxNatives.unpack(folder);
    assertThat(natives).isNotNull();
    byte[] library = Files.readAllBytes(natives.resolve(System.mapLibraryName("onnxruntime")));
    String text = new String(library, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("onnxruntime").doesNotContain("events.data.microsoft");
  }

  @Test
  void aLongCommandLineDoesNotCrashTheProcess() throws Exception {
    Path bundle = folder.resolve("tiny.auricle");
    TinyBundle.logMel().write(bundle);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dpadding=" + "x".repeat(20_000),
                "-cp",
                System.getProperty("java.class.path"),
                LoadBundle.class.getName(),
                bundle.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    assertThat(lines).containsExactly("tiny");
  }

  /** What the child process runs. */
  static final class LoadBundle {
    private LoadBundle() {}

    public static void main(String[] args) {
      try (Classifier classifier = Classifier.load(Path.of(args[0]))) {
        System.out.println(classifier.bundle().name());
      }
    }
  }
}

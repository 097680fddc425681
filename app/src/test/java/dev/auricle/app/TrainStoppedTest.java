package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.runtime.Bundle;
import dev.auricle.testing.Shared;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Story: a training is stopped by a signal, and carried on. */
class TrainStoppedTest {
  private static final Path DIGITS = Shared.projectRoot().resolve("demo/digits");

  @TempDir Path dir;

  @Test
  @Timeout(240)
  void aStoppedTrainingKeepsItsBestModelAndGoesOn() throws Exception {
    Path recipe = dir.resolve("small.yaml");
    Files.writeString(
        recipe,
        """
        preparation: {sample-rate: 8000, seconds: 0.5}
        front-end: logmel-64
        model: {type: cnn, channels: [4, 8]}
        training: {epochs: 40}
        """);
    Path bundle = dir.resolve("a.auricle");
    Process process = start(recipe, bundle);
    StringBuilder said = new StringBuilder();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith("training") && line.contains("1 of 40")) {
          process
              .toHandle()
              .destroy(); // Unlike the process, its handle leaves our end of the pipe open.
        }
      }
    }
    assertThat(process.waitFor()).as(said.toString()).isEqualTo(Stop.CODE);
    assertThat(said.toString()).contains("stopping ...").contains("--resume");
    int epochs = epochs(bundle);
    assertThat(epochs).isBetween(1, 39);
    assertThat(Shell.run(words(recipe, bundle, "--resume")).code()).isZero();
    byte[] resumed = Bundle.read(bundle).graph();
    assertThat(epochs(bundle)).isEqualTo(40);
    assertThat(Shell.run(words(recipe, bundle)).code()).isZero();
    assertThat(Bundle.read(bundle).graph()).isEqualTo(resumed);
  }

  private static int epochs(Path bundle) {
    return ((java.util.Map<?, ?>) Bundle.read(bundle).provenance().get("details")).get("epochs")
            instanceof Number number
        ? number.intValue()
        : -1;
  }

  private Process start(Path recipe, Path bundle) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", Main.class.getName()));
    Arrays.stream(words(recipe, bundle)).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static Object[] words(Path recipe, Path bundle, String... more) {
    List<Object> words =
        new ArrayList<>(List.of("train", DIGITS, "-r", recipe, "-o", bundle, "--no-report"));
    words.addAll(List.of("--protocol", "holdout:0.5", "--threads", 1));
    words.addAll(List.of(more));
    return words.toArray();
  }
}

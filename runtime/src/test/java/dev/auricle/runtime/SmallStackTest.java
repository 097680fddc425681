package dev.auricle.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Property: the first model that a process loads may be loaded by a thread with little stack. In a
 * process of its own, because what went wrong here ended it.
 */
class SmallStackTest {
  @Test
  void theFirstModelMayBeLoadedWithLittleStack() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                SmallStackTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("loaded");
  }

  /** Loads a model in a thread of 400 KB. */
  public static void main(String[] args) throws Exception {
    Thread thread =
        new Thread(
            null,
            () -> {
              try (OnnxModel model = OnnxModel.load(TinyGraph.stump(3, 0.5f), 1)) {
                System.out.println("loaded " + model.labels());
              }
            },
            "small",
            400L << 10);
    thread.start();
    thread.join();
  }
}

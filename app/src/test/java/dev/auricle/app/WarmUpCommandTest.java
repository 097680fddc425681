package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: the launcher has the commonest commands run once; one that fails would go unnoticed. */
class WarmUpCommandTest {
  @TempDir Path folder;

  @Test
  void everyCommandItRunsSucceeds() {
    Shell shell = Shell.run("warm-up", folder.toString());
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(folder.resolve("tones.auricle")).exists();
    assertThat(folder.resolve("tones.csv")).exists();
  }
}

package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: labels of many recordings are judged at once. */
class EvaluateEventsTest {
  private static final String HEAD = "file,start,end,label\n";

  @TempDir Path dir;

  @Test
  void soundsAreComparedByPathElseByName() throws IOException {
    Path reference =
        labels("ref.csv", "a/x.wav,0,2,dog", "b/x.wav,4,6,dog", "y.wav,0,1,cat", "z.wav,0,1,cat");
    Path found =
        labels(
            "est.csv",
            "a/x.wav,0,2,dog",
            "b/x.wav,4,6,cat",
            "other/y.wav,0,1,cat",
            "w.wav,2,3,dog");
    Shell run = Shell.run("evaluate-events", found, reference, "--per-file");
    assertThat(run.code()).as(run.err()).isZero();
    // By hand: right are x of a and y; x of b has the wrong label; z is missed, w inserted.
    assertThat(run.out()).containsPattern("all +4 +4 .* 0.500 +0.500 +0.500 +0.750\n");
    assertThat(run.out()).containsPattern("b/x.wav +1 +1 +0.000 +0.000\n");
    assertThat(run.err())
        .contains("warning: only in the reference (all missed): z.wav\n")
        .contains("warning: only in the estimate (all inserted): w.wav\n");
    Shell json = Shell.run("evaluate-events", found, reference, "--json");
    assertThat(json.out().replaceAll("\\s", ""))
        .contains("\"onlyInReference\":[\"z.wav\"],\"onlyInEstimate\":[\"w.wav\"]")
        .contains("{\"file\":\"y.wav\",\"segments\":{\"reference\":1,\"found\":1,\"correct\":1,")
        .contains("\"precision\":null")
        .doesNotContain("NaN");
  }

  @Test
  void labelsOfDifferentSoundsAreComparedWithAWarning() throws IOException {
    Path reference = labels("ref.csv", "s24.wav,0,2,dog");
    Path found = labels("est.csv", "s.wav,0,2,dog");
    Shell run = Shell.run("evaluate-events", found, reference);
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("warning: " + found + " is of s.wav, but " + reference + " of s24.wav");
    assertThat(Shell.run("evaluate-events", found, labels("same.csv", "in/s.flac,0,2,dog")).err())
        .isEmpty();
    assertThat(Shell.run("evaluate-events", found, found, "t.wav").err())
        .contains("is of s.wav; it is taken for that of t.wav");
  }

  @Test
  void labelsThatShareNoSoundAreAFailure() throws IOException {
    Path reference = labels("ref.csv", "a.wav,0,2,dog", "b.wav,0,2,dog");
    Path found = labels("est.csv", "c.wav,0,2,dog", "d.wav,0,2,dog");
    Shell run = Shell.run("evaluate-events", found, reference);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("they hold c.wav, d.wav, and a.wav, b.wav; name the sounds alike");
  }

  private Path labels(String name, String... rows) throws IOException {
    return Files.writeString(dir.resolve(name), HEAD + String.join("\n", rows) + "\n");
  }
}

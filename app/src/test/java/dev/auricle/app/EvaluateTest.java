package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: a bundle is scored on new clips, some of them by speakers that it was trained on. */
class EvaluateTest {
  private static final int RATE = 16_000;

  @TempDir Path dir;

  @BeforeEach
  void writeSounds() throws IOException {
    for (int i = 0; i < 15; i++) {
      Wav.write(dir.resolve("low/" + i + ".wav"), Wav.tone(300 + 5 * i, 0.4, RATE, i), RATE);
      Wav.write(dir.resolve("high/" + i + ".wav"), Wav.tone(900 + 9 * i, 0.4, RATE, i), RATE);
    }
  }

  @Test
  void clipsOfTrainedSpeakersAreFlaggedAndTheOthersCountedApart() throws IOException {
    Path bundle = dir.resolve("tones.auricle");
    Path train = manifest("train.csv", 0, "ann", "bob", "cid");
    Path fresh = manifest("fresh.csv", 9, "bob", "eve");
    Object[] call = {
      "train",
      train,
      "-r",
      "logistic",
      "--protocol",
      "kfold:3",
      "--group-by",
      "speaker",
      "-o",
      bundle,
      "--no-report"
    };
    Shell trained = Shell.run(call);
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(Shell.run("show", bundle).out())
        .contains("trainedOn: 18 clips, known by SHA-256")
        .contains("trainedOnGroups: 3 groups, known by SHA-256");
    Shell grouped = Shell.run("evaluate", bundle, fresh, "--group-by", "speaker", "--no-report");
    assertThat(grouped.out())
        .contains("careful: 6 of 12 clips are of a speaker that this bundle was trained on")
        .contains("on the 6 of a speaker that was not trained on the accuracy is 100.0 %");
    Shell json =
        Shell.run("evaluate", bundle, fresh, "--group-by", "speaker", "--no-report", "--json");
    assertThat(json.out())
        .contains("\"trainedOn\" : 0")
        .contains("\"trainedGroups\" : 6")
        .contains("\"otherGroupsAccuracy\" : 1.0");
    assertThat(Shell.run("evaluate", bundle, fresh, "--no-report").out()).doesNotContain("careful");
  }

  private Path manifest(String name, int first, String... speakers) throws IOException {
    StringBuilder csv = new StringBuilder("path,label,speaker\n");
    for (int i = 0; i < 3 * speakers.length; i++) {
      for (String label : new String[] {"low", "high"}) {
        String path = label + "/" + (first + i) + ".wav";
        csv.append("%s,%s,%s\n".formatted(path, label, speakers[i / 3]));
      }
    }
    return Files.writeString(dir.resolve(name), csv);
  }
}

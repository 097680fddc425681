package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: a search is killed, and goes on without repeating what it had finished. */
class TuneTest {
  private static final int RATE = 16_000;

  @Test
  void aKilledSearchGoesOn(@TempDir Path dir) throws IOException {
    Path data = dir.resolve("tones");
    for (int i = 0; i < 9; i++) {
      Wav.write(data.resolve("low/" + i + ".wav"), Wav.tone(300 + 20 * i, 0.4, RATE, i), RATE);
      Wav.write(data.resolve("high/" + i + ".wav"), Wav.tone(500 + 30 * i, 0.4, RATE, i), RATE);
    }
    Path recipe = dir.resolve("mine.yaml");
    Files.writeString(
        recipe,
        "name: mine\nfront-end: descriptors\n"
            + "model: {type: forest, trees: 5}\ntune: {model.trees: [1, 3, 9]}\n");
    Path out = dir.resolve("best.yaml");
    Path journal = dir.resolve("best.yaml.journal");
    Object[] call = {
      "tune",
      data,
      "-r",
      recipe,
      "-o",
      out,
      "--protocol",
      "kfold:3",
      "--method",
      "grid",
      "-q",
      "--json"
    };
    Shell whole = Shell.run(call);
    assertThat(whole.code()).as(whole.err()).isZero();
    assertThat(out)
        .content()
        .contains("trees:")
        .contains("name: mine-tuned")
        .contains("chosen-on: {clips: ")
        .doesNotContain("tune:");
    Object[] again = {"train", data, "-r", out, "--no-report", "-o", dir.resolve("best.auricle")};
    assertThat(Shell.run(again).out())
        .contains("careful: the settings of mine-tuned were chosen on these clips");
    Path one = data.resolve("low/0.wav");
    byte[] bytes = Files.readAllBytes(one);
    Files.delete(one);
    assertThat(Shell.run(again).out())
        .containsPattern(
            "careful: the settings of mine-tuned were chosen on \\d+ clips of "
                + data.getFileName()
                + ": those of them that are among these clips are judged too well");
    Files.write(one, bytes);
    List<String> lines = Files.readAllLines(journal);
    // A header, then three trials for each of three folds and for the last search.
    assertThat(lines).hasSize(1 + 3 * 4);

    // Killed in the middle of writing its seventh trial.
    Files.write(journal, lines.subList(0, 7));
    Files.writeString(journal, lines.get(7).substring(0, 20), StandardOpenOption.APPEND);
    Shell resumed = Shell.run(call);
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("\"resumed\" : 6");
    assertThat(value(resumed.out(), "naive")).isEqualTo(value(whole.out(), "naive"));
    assertThat(Files.readAllLines(journal).stream().filter(l -> l.endsWith("}")))
        .hasSize(1 + 3 * 4);
    assertThat(lines.get(0)).as("the same in every run").startsWith("{\"auricle-tune\":1,");

    // Other labels on the same sounds: what was tried before says nothing of them.
    Files.move(data.resolve("low/3.wav"), data.resolve("swap"));
    Files.move(data.resolve("high/3.wav"), data.resolve("low/3.wav"));
    Files.move(data.resolve("swap"), data.resolve("high/3.wav"));
    assertThat(Shell.run(call).out()).contains("\"resumed\" : 0");
  }

  private static String value(String json, String key) {
    return json.lines().filter(l -> l.contains('"' + key + '"')).findFirst().orElseThrow();
  }
}

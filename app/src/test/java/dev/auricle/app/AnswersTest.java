package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.runtime.Bundle;
import dev.auricle.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Story: probabilities that mean what they say, and a classifier that may say "unknown". */
class AnswersTest {
  private static final Path DIGITS = Shared.projectRoot().resolve("demo/digits");
  private static final Path UNHEARD = Shared.projectRoot().resolve("demo/unheard");

  @TempDir Path dir;

  @Test
  void calibrationAndThresholdsGoFromTrainingToClassification() {
    Path file = dir.resolve("digits.auricle");
    Shell trained =
        Shell.run(
            "train",
            DIGITS,
            "-r",
            "logistic",
            "-o",
            file,
            "--protocol",
            "holdout:0.5",
            "--calibrate",
            "temperature",
            "--thresholds",
            "--precision",
            "0.9",
            "--no-report",
            "--json",
            "-q");
    assertThat(trained.code()).as(trained.err()).isZero();
    JsonNode result = read(trained.out()).get("results").get(0);
    assertThat(result.get("answered").get("coverage").asDouble()).isBetween(0.5, 1.0);
    assertThat(result.get("coverage").get(0).get("accuracy").asDouble())
        .isEqualTo(result.get("accuracy").asDouble());
    assertThat(result.get("perLabel").size()).isEqualTo(10);

    Bundle bundle = Bundle.read(file);
    assertThat(bundle.thresholds()).hasSize(10);
    assertThat(bundle.provenance().get("recipe").toString()).contains("calibration: temperature");
    assertThat(bundle.provenance().get("details").toString()).contains("calibration=temperature");
    assertThat(Shell.run("show", file).out()).contains("thresholds: eight 0.");

    Shell sure = Shell.run("classify", file, UNHEARD, "--threshold", "0", "--json");
    assertThat(sure.out().lines().map(AnswersTest::read))
        .allSatisfy(clip -> assertThat(clip.get("given").size()).isEqualTo(1));
    Shell unsure = Shell.run("classify", file, UNHEARD, "--threshold", "1", "--csv");
    assertThat(unsure.out().lines().skip(1))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).endsWith(",unknown,"));
    Shell both = Shell.run("classify", file, UNHEARD, "--top", "2", "--csv");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--csv and --top are both given");
  }

  @Test
  void clipsOfSeveralLabelsAreGivenSeveral() throws IOException {
    StringBuilder manifest = new StringBuilder("path,labels,group\n");
    for (String line : Files.readAllLines(DIGITS.resolve("manifest.csv"))) {
      String path = line.split(",")[0];
      String digit = path.split("/")[0];
      if (path.matches("(four|five|six)/.*-1\\.ogg")) {
        String labels = digit.equals("five") ? "odd" : digit.equals("four") ? "even" : "even,six";
        String voice = path.substring(path.indexOf('/') + 1, path.length() - 6);
        manifest.append("%s,\"%s\",%s%n".formatted(DIGITS.resolve(path), labels, voice));
      }
    }
    Files.writeString(dir.resolve("manifest.csv"), manifest);
    Path recipe = dir.resolve("trees.yaml");
    Files.writeString(recipe, "front-end: descriptors\nmodel: {type: extra-trees, trees: 60}\n");
    Path file = dir.resolve("parity.auricle");
    Shell trained =
        Shell.run(
            "train",
            dir,
            "-r",
            recipe,
            "-o",
            file,
            "--protocol",
            "holdout:0.4",
            "--thresholds",
            "--no-report",
            "-q");
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("micro F1", "lwlrap", "exactly the labels it carries");
    Path six = DIGITS.resolve("six/american-man-2-1.ogg");
    Shell said = Shell.run("classify", file, six, "--threshold", "0.01", "--csv");
    assertThat(said.out()).contains(",even,", ",six,");
    assertThat(Shell.run("show", file, "--json").out()).contains("\"multiLabel\" : true");
  }

  @Test
  void aRecipeThatSaysItAlreadyIsNotOverruled() throws IOException {
    Path recipe = dir.resolve("own.yaml");
    Files.writeString(
        recipe, "front-end: descriptors\nmodel: {type: logistic}\nanswers: {thresholds: true}\n");
    Shell refused = Shell.run("train", DIGITS, "-r", recipe, "--calibrate", "isotonic");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("'answers' section");
    Files.writeString(
        recipe, "front-end: descriptors\nmodel: {type: logistic}\nanswers: {tresholds: true}\n");
    assertThat(Shell.run("train", DIGITS, "-r", recipe).err())
        .contains("line 3", "did you mean 'thresholds'?");
  }

  @Test
  void aPrecisionForNothingIsRefused() {
    Shell refused = Shell.run("train", DIGITS, "-r", "logistic", "--precision", "0.99");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--precision says nothing without --thresholds");
  }

  private static JsonNode read(String json) {
    return JsonMapper.builder().build().readTree(json);
  }
}

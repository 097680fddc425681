package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: recipes side by side, one more the next day, and a budget that not all fit into. */
class CompareTest {
  private static final int RATE = 16_000;

  @TempDir Path dir;

  @BeforeEach
  void write() throws IOException {
    for (int i = 0; i < 9; i++) {
      Wav.write(file("low", i), Wav.tone(300 + 20 * i, 0.4, RATE, i), RATE);
      Wav.write(file("high", i), Wav.tone(470 + 30 * i, 0.4, RATE, i), RATE);
    }
    recipe("stump", "{type: adaboost-tree, rounds: 1, max-depth: 1}");
    recipe("straight", "{type: logistic}");
    recipe("near", "{type: knn, neighbours: 3}");
  }

  @Test
  void aRecipeMoreJudgesThatOneAlone() {
    Shell two = compare("stump", "straight");
    assertThat(two.code()).as(two.err()).isZero();
    assertThat(two.out()).contains("to best").contains("stump by fold:").contains("Use ");
    assertThat(two.err()).contains("training straight").doesNotContain("--fresh");
    Shell three = compare("stump", "straight", "near");
    assertThat(three.err())
        .contains("training near")
        .doesNotContain("training straight")
        .contains("6 folds were judged by an earlier run; --fresh judges them anew");
    String row = two.out().lines().filter(l -> l.startsWith("straight ")).findFirst().orElseThrow();
    assertThat(three.out()).contains(row.substring(0, row.indexOf(" %") + 2));
  }

  /** The same samples, labels and names, but who is called what is another matter. */
  @Test
  void clipsThatChangedPlacesAreJudgedAnew() throws IOException {
    assertThat(compare("near").err()).contains("training near");
    Path aside = dir.resolve("aside.wav");
    Files.move(file("low", 1), aside);
    Files.move(file("high", 1), file("low", 1));
    Files.move(aside, file("high", 1));
    assertThat(compare("near").err()).contains("training near").doesNotContain("--fresh");
  }

  @Test
  void groupsOfAColumnAreThoseOfTheIntervalToo() throws IOException {
    StringBuilder manifest = new StringBuilder("path,label,voice\n");
    for (String label : List.of("low", "high")) {
      for (int i = 0; i < 9; i++) {
        manifest.append(file(label, i) + "," + label + "," + label + i * 2 / 3 + "\n");
      }
    }
    Path table = Files.writeString(dir.resolve("voices.csv"), manifest);
    Path recipe = dir.resolve("near.yaml");
    Shell shell =
        Shell.run(
            "compare",
            table,
            "--no-report",
            "--protocol",
            "kfold:3",
            "--group-by",
            "voice",
            "-r",
            recipe);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out()).contains("grouped by voice").contains("bootstrap over voices");
  }

  @Test
  void whatDoesNotFitIntoTheBudgetIsNamed() {
    Shell shell = compare("stump", "near", "--budget", "1h");
    assertThat(shell.out()).doesNotContain("left out");
    assertThat(shell.err().indexOf("training near"))
        .as("the quickest first")
        .isLessThan(shell.err().indexOf("training stump"));
    Shell number = compare("stump", "--budget", "20");
    assertThat(number.code()).isEqualTo(2);
    assertThat(number.err()).contains("expected a time such as 90s, 10m or 2h");
  }

  @Test
  void twoRecipesOfOneNameAreRefused() throws IOException {
    Path copy = dir.resolve("copy.yaml");
    Files.copy(dir.resolve("near.yaml"), copy);
    Shell shell = compare("near", "copy");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("two recipes are called", "change the 'name'");
  }

  private Shell compare(String... words) {
    StringBuilder recipes = new StringBuilder();
    Object[] call = {"compare", dir.resolve("tones"), "--no-report", "--protocol", "kfold:3", "-r"};
    List<Object> all = new ArrayList<>(List.of(call));
    int options = 0;
    for (String word : words) {
      if (word.startsWith("--")) {
        break;
      }
      recipes.append(options++ == 0 ? "" : ",").append(dir.resolve(word + ".yaml"));
    }
    all.add(recipes);
    all.addAll(List.of(words).subList(options, words.length));
    return Shell.run(all.toArray());
  }

  private Path file(String label, int i) {
    return dir.resolve("tones/" + label + "/" + i + ".wav");
  }

  /** Named anew each time, so that nothing of an earlier run of the tests is found. */
  private void recipe(String name, String model) throws IOException {
    Files.writeString(
        dir.resolve(name + ".yaml"),
        "# %s%nname: %s%nfront-end: descriptors%nmodel: %s%n"
            .formatted(UUID.randomUUID(), name, model));
  }
}

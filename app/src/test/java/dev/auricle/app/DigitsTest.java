package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.runtime.Bundle;
import dev.auricle.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Story: the sounds in the repository, voices held out. The bounds are what the product promises,
 * not what was measured: a change that costs accuracy fails here.
 */
class DigitsTest {
  private static final Path DIGITS = Shared.projectRoot().resolve("demo/digits");

  @TempDir Path dir;

  @Test
  void aForestKnowsDigitsOfVoicesItHasNotHeard() {
    JsonNode result = judge("forest", "kfold:2");
    assertThat(result.get("accuracy").asDouble()).isGreaterThan(0.85);
    assertThat(result.get("trainAccuracy").asDouble())
        .isGreaterThanOrEqualTo(result.get("accuracy").asDouble());
    assertThat(result.get("ciUnit").asString()).isEqualTo("group");
    assertThat(result.get("foldAccuracy").size()).isEqualTo(2);
  }

  @Test
  void aNetworkKnowsThemBetter() {
    JsonNode result = judge("cnn", "holdout:0.25");
    assertThat(result.get("accuracy").asDouble()).isGreaterThan(0.92);
  }

  @Test
  void aRandomSplitPromisesTooMuchAndColumnsAreMissed() {
    Shell shell =
        Shell.run(
            "compare",
            DIGITS,
            "-r",
            "logistic",
            "--protocol",
            "kfold:2",
            "--optimism",
            "--importance",
            "--no-report",
            "--json",
            "-q");
    assertThat(shell.code()).as(shell.err()).isZero();
    JsonNode result = JsonMapper.builder().build().readTree(shell.out()).get("results").get(0);
    assertThat(result.get("randomSplitAccuracy").asDouble())
        .isGreaterThan(result.get("accuracy").asDouble());
    assertThat(result.get("optimism").asDouble()).isGreaterThan(0);
    // By falling loss: the first group is missed most.
    assertThat(result.get("importance").values().iterator().next().asDouble()).isGreaterThan(0.005);
  }

  @Test
  void theSameSeedAndThreadsGiveTheSameGraph() throws IOException {
    Path quick = dir.resolve("quick.yaml");
    Files.writeString(
        quick,
        """
        preparation: {sample-rate: 8000, seconds: 0.5}
        front-end: logmel-64
        model: {type: cnn, channels: [4, 8]}
        training: {epochs: 2}
        augmentation: {shift: 0.1, noise: 0.5}
        """);
    for (String recipe : List.of("forest", quick.toString())) {
      byte[] first = graph(recipe, "a", 7);
      assertThat(graph(recipe, "b", 7)).as(recipe).isEqualTo(first);
      assertThat(graph(recipe, "c", 8)).as("another seed").isNotEqualTo(first);
    }
  }

  private byte[] graph(String recipe, String name, int seed) {
    Path file = dir.resolve(name + ".auricle");
    Shell shell =
        Shell.run(
            "train",
            DIGITS,
            "-r",
            recipe,
            "-o",
            file,
            "--protocol",
            "holdout:0.5",
            "--seed",
            seed,
            "--threads",
            2,
            "--no-report",
            "-q");
    assertThat(shell.code()).as(shell.err()).isZero();
    Bundle bundle = Bundle.read(file);
    assertThat(bundle.provenance()).containsEntry("threads", 2);
    return bundle.graph();
  }

  private static JsonNode judge(String recipe, String protocol) {
    Shell shell =
        Shell.run(
            "compare", DIGITS, "-r", recipe, "--protocol", protocol, "--no-report", "--json", "-q");
    assertThat(shell.code()).as(shell.err()).isZero();
    return JsonMapper.builder().build().readTree(shell.out()).get("results").get(0);
  }
}

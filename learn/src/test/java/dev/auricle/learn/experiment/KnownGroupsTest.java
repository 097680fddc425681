package dev.auricle.learn.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: other clips of the speakers that a bundle was trained on are not taken for new. */
class KnownGroupsTest {
  @TempDir Path data;

  @BeforeEach
  void write() throws IOException {
    TwoTones.write(data, 15, 16_000);
  }

  @Test
  void otherClipsOfTheSameSpeakersAreCounted() throws IOException {
    Bundle bundle = trained("Jürgen", "Jörgen", "Ann");
    assertThat(bundle.provenance()).containsKey("trainedOnGroups");
    // Six clips of each speaker: Ann's are of the trained ones, Jirgen's are not.
    BundleEvaluation some = judge(bundle, "Ann", "Jirgen");
    assertThat(some.seen()).isZero();
    assertThat(some.ofTrainedGroups()).isEqualTo(6);
    assertThat(some.otherGroups().predictions().groups()).hasSize(6).containsOnly("Jirgen");
    assertThat(some.comparison().findings())
        .containsExactly(
            "6 of 12 clips are of a speaker that this bundle was trained on, by its name: on those"
                + " of others expect less");
    BundleEvaluation all = judge(bundle, "Jürgen", "Ann");
    assertThat(all.ofTrainedGroups()).isEqualTo(12);
    assertThat(all.otherGroups()).isNull();
    assertThat(judge(bundle, "Eve", "Bob").comparison().findings()).isEmpty();
  }

  @Test
  void whereNoGroupsAreNamedNothingIsSaid() throws IOException {
    Bundle bundle = trained("Jürgen", "Jörgen", "Ann");
    Map<String, Object> before = new LinkedHashMap<>(bundle.provenance());
    before.remove("trainedOnGroups");
    Bundle old =
        new Bundle(
            bundle.name(),
            bundle.preparation(),
            bundle.frontEnd(),
            bundle.labels(),
            bundle.multiLabel(),
            bundle.thresholds(),
            bundle.graph(),
            bundle.evaluation(),
            before);
    assertThat(judge(old, "Ann", "Jirgen").ofTrainedGroups()).isNull();
    Dataset plain = Layouts.open(manifest("plain.csv", 9, "Ann", "Jirgen"));
    try (Classifier classifier = Classifier.of(bundle, 1)) {
      BundleEvaluation judged = BundleJudge.judge(classifier, plain, 1, 0, 1, Stages.NONE);
      assertThat(judged.ofTrainedGroups()).isNull();
      assertThat(judged.comparison().findings()).isEmpty();
    }
  }

  private Bundle trained(String... speakers) throws IOException {
    Dataset dataset = Layouts.open(manifest("train.csv", 0, speakers));
    Recipe recipe =
        Recipes.parse("front-end: descriptors\nmodel: {type: forest, trees: 5}", "small.yaml");
    Protocol protocol = Protocol.parse("kfold:3", 1).withGroupBy("speaker");
    try (Experiment experiment = Experiment.open(dataset, protocol, recipe, 1, Stages.NONE)) {
      return experiment.bundle(experiment.judge(recipe));
    }
  }

  private BundleEvaluation judge(Bundle bundle, String... speakers) throws IOException {
    Dataset dataset = Layouts.open(manifest("judge.csv", 9, speakers)).groupedBy("speaker");
    try (Classifier classifier = Classifier.of(bundle, 1)) {
      return BundleJudge.judge(classifier, dataset, 1, 0, 1, Stages.NONE);
    }
  }

  /**
   * Three clips of each label for each speaker.
   *
   * @param first number of the first clip of each label
   */
  private Path manifest(String name, int first, String... speakers) throws IOException {
    StringBuilder csv = new StringBuilder("path,label,speaker\n");
    for (int i = 0; i < 3 * speakers.length; i++) {
      for (String label : new String[] {"low", "high"}) {
        String path = label + "/" + (first + i) + ".wav";
        csv.append("%s,%s,%s\n".formatted(path, label, speakers[i / 3]));
      }
    }
    Path file = data.resolve(name);
    Files.writeString(file, csv);
    return file;
  }
}

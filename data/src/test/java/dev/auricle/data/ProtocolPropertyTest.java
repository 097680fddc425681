package dev.auricle.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: what holds of every drawn division, on seeded random datasets. */
class ProtocolPropertyTest {

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String words : List.of("kfold:2", "kfold:5", "holdout", "holdout:0.35")) {
      for (long seed = 0; seed < 25; seed++) {
        cases.add(new Case(words, seed));
      }
    }
    for (long seed = 0; seed < 5; seed++) {
      cases.add(new Case("leave-one-group-out", seed));
    }
    return cases.stream();
  }

  record Case(String words, long seed) {
    Protocol protocol() {
      return Protocol.parse(words, seed);
    }

    Dataset single() {
      return Samples.singleLabelGroups(seed);
    }

    Dataset mixed() {
      return Samples.mixed(seed);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noGroupStandsOnBothSides(Case c) {
    for (Dataset dataset : List.of(c.single(), c.mixed())) {
      for (Fold fold : c.protocol().folds(dataset)) {
        Set<String> train = groups(dataset, fold.train());
        train.addAll(groups(dataset, fold.validation()));
        assertThat(train).doesNotContainAnyElementsOf(groups(dataset, fold.test()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void partsAreDisjointCompleteAscendingAndNotEmpty(Case c) {
    for (Dataset dataset : List.of(c.single(), c.mixed())) {
      for (Fold fold : c.protocol().folds(dataset)) {
        List<Integer> all = new ArrayList<>();
        for (int[] part : List.of(fold.train(), fold.validation(), fold.test())) {
          assertThat(part).isSorted();
          for (int i : part) {
            all.add(i);
          }
        }
        assertThat(fold.train()).isNotEmpty();
        assertThat(fold.test()).isNotEmpty();
        assertThat(all).doesNotHaveDuplicates().hasSize(dataset.examples().size());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyClipIsTestedOnce(Case c) {
    if (c.protocol().kind() == Protocol.Kind.HOLDOUT) {
      return; // a hold-out tests a part
    }
    for (Dataset dataset : List.of(c.single(), c.mixed())) {
      List<Integer> tested = new ArrayList<>();
      for (Fold fold : c.protocol().folds(dataset)) {
        for (int i : fold.test()) {
          tested.add(i);
        }
      }
      assertThat(tested).doesNotHaveDuplicates().hasSize(dataset.examples().size());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void labelsAreWithinOneGroupOfTheIdealWhereGroupsHaveOneLabel(Case c) {
    Protocol protocol = c.protocol();
    if (protocol.kind() == Protocol.Kind.LEAVE_ONE_GROUP_OUT) {
      return; // the groups decide
    }
    Dataset dataset = c.single();
    double share =
        protocol.kind() == Protocol.Kind.HOLDOUT ? protocol.fraction() : 1.0 / protocol.folds();
    for (String label : dataset.labels()) {
      Map<String, Integer> groupSizes = new HashMap<>();
      dataset.examples().stream()
          .filter(e -> e.label().equals(label))
          .forEach(e -> groupSizes.merge(e.group(), 1, Integer::sum));
      int largest = Collections.max(groupSizes.values());
      int total = groupSizes.values().stream().mapToInt(Integer::intValue).sum();
      for (Fold fold : protocol.folds(dataset)) {
        long found = 0;
        for (int i : fold.test()) {
          found += dataset.examples().get(i).label().equals(label) ? 1 : 0;
        }
        assertThat(Math.abs(found - share * total))
            .as("%s in %s: %d of %d, largest group %d", label, fold.name(), found, total, largest)
            .isLessThanOrEqualTo(largest + 1e-9);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOrderOfTheExamplesChangesNothing(Case c) {
    for (Dataset dataset : List.of(c.single(), c.mixed())) {
      List<Example> shuffled = new ArrayList<>(dataset.examples());
      Collections.shuffle(shuffled, new Random(c.seed() + 1));
      Dataset other =
          new Dataset(
              dataset.name(),
              dataset.root(),
              dataset.layout(),
              dataset.description(),
              shuffled,
              dataset.labels(),
              dataset.groupName(),
              dataset.defaultProtocol(),
              dataset.warnings());
      assertThat(testIds(c.protocol(), other)).isEqualTo(testIds(c.protocol(), dataset));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSeedDecides(long seed) {
    Dataset dataset = Samples.singleLabelGroups(seed);
    Protocol protocol = Protocol.parse("kfold:5", seed);
    assertThat(testIds(protocol, dataset)).isEqualTo(testIds(protocol, dataset));
    assertThat(testIds(protocol.withSeed(seed + 100), dataset))
        .isNotEqualTo(testIds(protocol, dataset));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.25, 0.5})
  void aHoldOutOfManySmallLabelsStillHasItsSize(double fraction) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      examples.add(Samples.example(i, List.of("label" + i / 2), "g" + i));
    }
    Dataset dataset = Samples.dataset(examples);
    Fold fold = Protocol.parse("holdout:" + fraction, 7).folds(dataset).get(0);
    assertThat((double) fold.test().length).isBetween(100 * fraction - 2, 100 * fraction + 2);
  }

  private static List<Set<String>> testIds(Protocol protocol, Dataset dataset) {
    List<Set<String>> ids = new ArrayList<>();
    for (Fold fold : protocol.folds(dataset)) {
      Set<String> test = new TreeSet<>();
      for (int i : fold.test()) {
        test.add(dataset.examples().get(i).id());
      }
      ids.add(test);
    }
    return ids;
  }

  private static Set<String> groups(Dataset dataset, int[] indices) {
    Set<String> groups = new HashSet<>();
    for (int i : indices) {
      groups.add(dataset.examples().get(i).group());
    }
    return groups;
  }
}

package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learn.training.TrainingData;
import dev.auricle.runtime.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Property: about the share asked for is watched, in whole groups, whatever their sizes. */
class PartsTest {
  private static final TrainingSettings WATCHED =
      TrainingSettings.from(YamlSettings.of("training", "{watch: true, validation: 0.15}"));

  @Test
  void aLargeGroupIsTrainedOn() {
    for (long seed = 0; seed < 20; seed++) {
      Parts parts = Parts.of(new Grouped(400, 20, 20), null, WATCHED, seed);
      assertThat(parts.train().size()).isEqualTo(400);
      assertThat(watched(parts).size()).isEqualTo(40);
    }
  }

  @Test
  void whereEveryGroupIsLargeTheSmallestIsWatched() {
    for (long seed = 0; seed < 20; seed++) {
      Parts parts = Parts.of(new Grouped(50, 40, 60), null, WATCHED, seed);
      assertThat(watched(parts).size()).isEqualTo(40);
      assertThat(parts.train().size()).isEqualTo(110);
    }
  }

  @Test
  void ofSingleClipsTheShareIsWatched() {
    int[] single = new int[100];
    Arrays.fill(single, 1);
    assertThat(watched(Parts.of(new Grouped(single), null, WATCHED, 1)).size()).isEqualTo(15);
  }

  @Test
  void noGroupStandsOnBothSides() {
    for (long seed = 0; seed < 20; seed++) {
      Parts parts = Parts.of(new Grouped(3, 9, 1, 1, 7, 30, 2, 12), null, WATCHED, seed);
      Set<String> both = groups(parts.train());
      both.retainAll(groups(watched(parts)));
      assertThat(both).isEmpty();
      assertThat(parts.train().size() + watched(parts).size()).isEqualTo(65);
      assertThat(watched(parts).size()).isBetween(1, 20);
    }
  }

  private static TrainingData watched(Parts parts) {
    return Objects.requireNonNull(parts.validation());
  }

  private static Set<String> groups(TrainingData data) {
    Set<String> groups = new HashSet<>();
    for (int i = 0; i < data.size(); i++) {
      groups.add(data.group(i));
    }
    return groups;
  }

  /** Clips in groups of given sizes, and nothing else. */
  private static final class Grouped implements TrainingData {
    private final List<String> groups;

    Grouped(int... sizes) {
      this(named(sizes));
    }

    private Grouped(List<String> groups) {
      this.groups = groups;
    }

    private static List<String> named(int[] sizes) {
      List<String> names = new ArrayList<>();
      for (int g = 0; g < sizes.length; g++) {
        for (int i = 0; i < sizes[g]; i++) {
          names.add("g" + g);
        }
      }
      return names;
    }

    @Override
    public int size() {
      return groups.size();
    }

    @Override
    public String group(int clip) {
      return groups.get(clip);
    }

    @Override
    public TrainingData subset(int[] clips) {
      return new Grouped(Arrays.stream(clips).mapToObj(groups::get).toList());
    }

    @Override
    public List<String> labels() {
      return List.of("one");
    }

    @Override
    public boolean multiLabel() {
      return false;
    }

    @Override
    public Features features(int i) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] samples(int i) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int sampleRate() {
      return 8000;
    }

    @Override
    public float[] target(int i) {
      return new float[] {1};
    }
  }
}

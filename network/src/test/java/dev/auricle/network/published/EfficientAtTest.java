package dev.auricle.network.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.network.Weights;
import dev.auricle.network.checkpoint.Checkpoint;
import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.testing.Shared;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden: {@code mn04} from its published file gives the reference embedding and scores. */
class EfficientAtTest {
  private static final PublishedNetwork MN04 = PublishedNetworks.named("mn04");
  private static final int BANDS = 128;

  @ParameterizedTest
  @ValueSource(strings = {"speech16k", "chord", "clicks120"})
  void agreesFromTheGivenMel(String input) throws Exception {
    byte[] graph = MN04.graph(weights());
    float[] mel = Graphs.golden("mn04_as-" + input + "-mel");
    int[] shape = {1, BANDS, mel.length / BANDS};
    for (String output : new String[] {"embedding", "scores"}) {
      String name = output.equals("scores") ? PublishedNetwork.PROBABILITIES : output;
      float[] found = Graphs.run(graph, name, mel, shape);
      float[] expected = Graphs.golden("mn04_as-" + input + "-" + output);
      // The references come from another implementation; a few roundings lie between them.
      assertThat(found).containsExactly(expected, within(1e-4f));
    }
  }

  @Test
  void everyTensorOfTheFileHasItsPlace() {
    Checkpoint file = CheckpointReader.read(Shared.require("weights/mn04_as_mAP_432.pt"));
    Set<String> left = new TreeSet<>(file.tensors().keySet());
    MN04.blueprint().sources().forEach(source -> left.remove(source.place().find(file).name()));
    // PyTorch counts the batches it saw; nothing is computed from that.
    left.removeIf(name -> name.endsWith("num_batches_tracked"));
    assertThat(left).isEmpty();
  }

  /** Numbers as the authors state them: 0.983, 1.43, 4.88 and 17.91 million. */
  @ParameterizedTest
  @CsvSource({"mn04, 983, 384", "mn05, 1430, 480", "mn10, 4880, 960", "mn20, 17910, 1920"})
  void otherWidthsHaveThePublishedSizes(String name, int thousands, int embedding) {
    PublishedNetwork network = PublishedNetworks.named(name);
    long numbers =
        network.network().parameters().stream()
            .filter(each -> each.role().trained())
            .mapToLong(each -> each.shape().size())
            .sum();
    assertThat(numbers / 1000.0).isCloseTo(thousands, within(10.0));
    assertThat(network.embeddingSize()).isEqualTo(embedding);
  }

  private static Weights weights() {
    return MN04.fill(CheckpointReader.read(Shared.require("weights/mn04_as_mAP_432.pt")));
  }
}

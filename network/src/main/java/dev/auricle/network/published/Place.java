package dev.auricle.network.published;

import dev.auricle.network.checkpoint.Checkpoint;
import dev.auricle.network.checkpoint.Operator;
import dev.auricle.network.checkpoint.StoredTensor;
import dev.auricle.signal.AuricleException;
import java.util.List;
import java.util.Set;

/** Where a tensor is in a published file. */
public sealed interface Place {
  /**
   * The tensor.
   *
   * @throws AuricleException if the file has none there
   */
  StoredTensor find(Checkpoint checkpoint);

  /** Under a name. */
  record Named(String name) implements Place {
    @Override
    public StoredTensor find(Checkpoint checkpoint) {
      return checkpoint.tensor(name);
    }
  }

  /**
   * What an operator of the file's graph reads: TFLite's converter gives names that say little.
   *
   * @param index of the operator among those with weights (convolutions and dense layers)
   * @param input which of its inputs: 1 the weights, 2 the bias
   */
  record Step(int index, int input) implements Place {
    private static final Set<String> WEIGHTED =
        Set.of("CONV_2D", "DEPTHWISE_CONV_2D", "FULLY_CONNECTED");

    @Override
    public StoredTensor find(Checkpoint checkpoint) {
      List<Operator> steps =
          checkpoint.operators().stream().filter(each -> WEIGHTED.contains(each.kind())).toList();
      if (index >= steps.size() || input >= steps.get(index).inputs().size()) {
        throw new AuricleException(
            checkpoint.file()
                + " has a graph of "
                + steps.size()
                + " convolutions and dense layers, expected at least "
                + (index + 1)
                + " with a bias; is it the file of another network?");
      }
      return checkpoint.tensor(steps.get(index).inputs().get(input));
    }
  }
}

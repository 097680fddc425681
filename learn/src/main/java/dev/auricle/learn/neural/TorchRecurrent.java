package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.gru;
import static org.bytedeco.pytorch.global.torch.lstm;
import static org.bytedeco.pytorch.global.torch.rnn_tanh;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.auricle.network.Recurrent;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** Recurrent layers in libtorch, which wants the frames before the channels. */
final class TorchRecurrent {
  private final Map<String, Tensor> tensors;

  TorchRecurrent(Map<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  Tensor run(Recurrent layer, Tensor x, String name) {
    TensorVector weights = new TensorVector();
    for (String direction : layer.directions()) {
      for (String part : new String[] {".input", ".hidden", ".input-bias", ".hidden-bias"}) {
        weights.push_back(tensors.get(name + direction + part));
      }
    }
    boolean both = layer.bidirectional();
    Tensor start = zeros(layer.directions().size(), x.size(0), layer.hidden()).to(x);
    Tensor frames = x.permute(0, 2, 1);
    Tensor steps =
        switch (layer.cell()) {
          case LSTM ->
              lstm(frames, new TensorVector(start, start), weights, true, 1, 0, false, both, true)
                  .get0();
          case GRU -> gru(frames, start, weights, true, 1, 0, false, both, true).get0();
          case RNN -> rnn_tanh(frames, start, weights, true, 1, 0, false, both, true).get0();
        };
    return steps.permute(0, 2, 1);
  }
}

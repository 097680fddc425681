package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.batch_norm;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.conv1d;
import static org.bytedeco.pytorch.global.torch.empty_like;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.auricle.network.Activate;
import dev.auricle.network.AddChannel;
import dev.auricle.network.AttentionPool;
import dev.auricle.network.BatchNorm;
import dev.auricle.network.Chain;
import dev.auricle.network.Conv;
import dev.auricle.network.Dense;
import dev.auricle.network.Dropout;
import dev.auricle.network.Flatten;
import dev.auricle.network.GlobalPool;
import dev.auricle.network.Layer;
import dev.auricle.network.Parallel;
import dev.auricle.network.Pool;
import dev.auricle.network.Recurrent;
import dev.auricle.network.Residual;
import dev.auricle.network.Shape;
import dev.auricle.network.SqueezeExcite;
import dev.auricle.network.StackBands;
import dev.auricle.network.Standardize;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;

/** One pass through a network in libtorch: what each layer computes. */
final class TorchForward {
  private final Map<String, Tensor> tensors;
  private final Mode mode;

  TorchForward(Map<String, Tensor> tensors, Mode mode) {
    this.tensors = tensors;
    this.mode = mode;
  }

  /** Layers one after the other; {@code prefix} is that of their weights' names. */
  Tensor chain(Chain chain, Tensor value, Shape input, String prefix) {
    Shape shape = input;
    for (int i = 0; i < chain.layers().size(); i++) {
      Layer layer = chain.layers().get(i);
      value = layer(layer, value, shape, prefix + i + ".");
      shape = layer.output(shape);
    }
    return value;
  }

  private Tensor layer(Layer layer, Tensor x, Shape input, String name) {
    if (layer instanceof Conv conv) {
      return new TorchWindows(tensors).convolve(conv, x, input, name);
    } else if (layer instanceof Pool pool) {
      return new TorchWindows(tensors).pool(pool, x);
    } else if (layer instanceof BatchNorm norm) {
      return normalise(norm, x, name);
    } else if (layer instanceof Activate activate) {
      return TorchFunctions.apply(activate.function(), x);
    } else if (layer instanceof Dropout dropout) {
      return drop(dropout, x, input);
    } else if (layer instanceof Dense dense) {
      return linear(x, get(name + "weight"), optional(dense.bias(), name + "bias"));
    } else if (layer instanceof Residual residual) {
      Tensor through = chain(residual.body(), x, input, name + "body.");
      return through.add(chain(residual.shortcut(), x, input, name + "shortcut."));
    } else if (layer instanceof Parallel parallel) {
      return branches(parallel, x, input, name);
    } else if (layer instanceof Recurrent recurrent) {
      return new TorchRecurrent(tensors).run(recurrent, x, name);
    } else if (layer instanceof GlobalPool pool) {
      return reduce(pool, x, input);
    } else if (layer instanceof AttentionPool) {
      return attend(x, name);
    } else if (layer instanceof SqueezeExcite squeeze) {
      return squeeze(squeeze, x, input, name);
    } else if (layer instanceof Standardize standardize) {
      long[] shape = standardize.broadcast(input);
      return x.mul(get(name + "scale").view(shape)).add(get(name + "shift").view(shape));
    } else if (layer instanceof AddChannel) {
      return x.unsqueeze(1);
    } else if (layer instanceof StackBands || layer instanceof Flatten) {
      return x.reshape(layer.output(input).after(-1));
    }
    throw new IllegalStateException("no way to train " + layer.describe());
  }

  private Tensor normalise(BatchNorm norm, Tensor x, String name) {
    return batch_norm(
        x,
        optional(true, name + "scale"),
        optional(true, name + "shift"),
        optional(true, name + "mean"),
        optional(true, name + "variance"),
        mode.batchStatistics(),
        norm.momentum(),
        norm.epsilon(),
        false);
  }

  private Tensor drop(Dropout dropout, Tensor x, Shape input) {
    if (mode.dropout() == null || dropout.rate() == 0) {
      return x;
    }
    // The generator lives in memory, and so must what it fills.
    boolean far = x.is_cuda();
    Tensor like = far ? x.cpu() : x;
    Tensor mask = dropout.channels() ? zeros(perChannel(x, input)).to(like) : empty_like(like);
    mask.bernoulli_(1 - dropout.rate(), new GeneratorOptional(mode.dropout()));
    mask = far ? mask.to(x) : mask;
    return x.mul(mask.mul_(new Scalar(1 / (1 - dropout.rate()))));
  }

  private static long[] perChannel(Tensor x, Shape input) {
    long[] shape = new long[input.rank() + 1];
    Arrays.fill(shape, 1);
    shape[0] = x.size(0);
    shape[1] = input.axis(0);
    return shape;
  }

  private Tensor branches(Parallel parallel, Tensor x, Shape input, String name) {
    TensorVector outputs = new TensorVector();
    for (int i = 0; i < parallel.branches().size(); i++) {
      outputs.push_back(chain(parallel.branches().get(i), x, input, name + i + "."));
    }
    return cat(outputs, 1);
  }

  private static Tensor reduce(GlobalPool pool, Tensor x, Shape input) {
    long[] axes = pool.axes(input);
    return switch (pool.kind()) {
      case MAX -> x.amax(axes, false);
      case AVERAGE -> x.mean(axes);
      case BOTH -> cat(new TensorVector(x.mean(axes), x.amax(axes, false)), 1);
    };
  }

  private Tensor attend(Tensor x, String name) {
    Tensor scores = conv1d(x, get(name + "weight"));
    return x.mul(scores.softmax(2)).sum(2);
  }

  private Tensor squeeze(SqueezeExcite squeeze, Tensor x, Shape input, String name) {
    Tensor means = x.mean(input.rank() == 2 ? new long[] {2} : new long[] {2, 3});
    Tensor hidden =
        linear(means, get(name + "squeeze.weight"), optional(true, name + "squeeze.bias"));
    Tensor inner = TorchFunctions.apply(squeeze.inner(), hidden);
    Tensor scores =
        linear(inner, get(name + "excite.weight"), optional(true, name + "excite.bias"));
    long[] wide = new long[input.rank() + 1];
    Arrays.fill(wide, 1);
    wide[0] = -1;
    wide[1] = input.axis(0);
    return x.mul(TorchFunctions.apply(squeeze.gate(), scores).view(wide));
  }

  private Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalStateException("no tensor " + name);
    }
    return tensor;
  }

  private TensorOptional optional(boolean present, String name) {
    return present ? new TensorOptional(get(name)) : new TensorOptional();
  }
}

package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.elu;
import static org.bytedeco.pytorch.global.torch.gelu;
import static org.bytedeco.pytorch.global.torch.hardsigmoid;
import static org.bytedeco.pytorch.global.torch.hardswish;
import static org.bytedeco.pytorch.global.torch.leaky_relu;
import static org.bytedeco.pytorch.global.torch.log1p;
import static org.bytedeco.pytorch.global.torch.relu;
import static org.bytedeco.pytorch.global.torch.relu6;
import static org.bytedeco.pytorch.global.torch.sigmoid;
import static org.bytedeco.pytorch.global.torch.silu;
import static org.bytedeco.pytorch.global.torch.tanh;

import dev.auricle.network.Nonlinearity;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The functions of {@link Nonlinearity} in libtorch. */
final class TorchFunctions {
  private TorchFunctions() {}

  static Tensor apply(Nonlinearity function, Tensor x) {
    return switch (function) {
      case RELU -> relu(x);
      case RELU6 -> relu6(x);
      case LEAKY_RELU -> leaky_relu(x);
      case ELU -> elu(x);
      case GELU -> gelu(x);
      case SILU -> silu(x);
      case HARD_SWISH -> hardswish(x);
      case HARD_SIGMOID -> hardsigmoid(x);
      case SIGMOID -> sigmoid(x);
      case TANH -> tanh(x);
      case MU_LAW -> muLaw(x);
    };
  }

  private static Tensor muLaw(Tensor x) {
    Tensor level = log1p(x.abs().mul(new Scalar(Nonlinearity.MU)));
    return level.mul(x.sign()).mul(new Scalar(1 / Math.log1p(Nonlinearity.MU)));
  }
}

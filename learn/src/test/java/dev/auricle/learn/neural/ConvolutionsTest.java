package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.pytorch.global.torch.conv1d;
import static org.bytedeco.pytorch.global.torch.conv2d;

import dev.auricle.network.Chain;
import dev.auricle.network.Conv;
import dev.auricle.network.Network;
import dev.auricle.network.Shape;
import dev.auricle.network.Weights;
import dev.auricle.network.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Property: a convolution's output and both of its gradients are those computed in float64, which
 * oneDNN has no part in, within 1e-4 of their size. The shapes are those for which oneDNN was seen
 * to be wrong or to crash where it does not know the caches: few positions, channels that fill no
 * vector, strides over one axis; as many are drawn.
 */
class ConvolutionsTest {
  private static final int DRAWN = 120;

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void areThoseOfFloat64(int threads) {
    LibTorch.useThreads(threads);
    check(3, Conv.plane(1024, Window.valid(1, 1), Window.valid(1, 1)), Shape.of(512, 4, 1));
    check(3, Conv.plane(512, Window.valid(1, 1), Window.valid(1, 1)), Shape.of(512, 8, 2));
    check(7, Conv.plane(72, Window.valid(3, 1), Window.valid(3, 1)), Shape.of(48, 33, 17));
    check(2, Conv.plane(12, Window.centred(3, 1), Window.centred(3, 1)), Shape.of(98, 6, 6));
    check(2, Conv.plane(1, Window.valid(5, 1), Window.valid(3, 2)), Shape.of(1, 22, 3));
    check(2, Conv.plane(1, Window.valid(5, 1), Window.valid(3, 3)), Shape.of(1, 22, 5));
    check(3, Conv.frames(13, Window.centred(3, 6)), Shape.of(13, 266));
    check(1, Conv.frames(8, Window.centred(9, 1)), Shape.of(125, 524));
    Random random = new Random(threads);
    for (int i = 0; i < DRAWN; i++) {
      boolean plane = random.nextInt(3) > 0;
      List<Integer> axes =
          new ArrayList<>(List.of(1 + random.nextInt(random.nextBoolean() ? 12 : 99)));
      List<Window> windows = new ArrayList<>();
      for (int axis = 0; axis < (plane ? 2 : 1); axis++) {
        int size = 1 + 2 * random.nextInt(3);
        int stride = 1 + random.nextInt(2);
        windows.add(
            random.nextBoolean() ? Window.centred(size, stride) : Window.valid(size, stride));
        axes.add(size + random.nextInt(random.nextBoolean() ? 4 : plane ? 30 : 300));
      }
      int channels = random.nextInt(4) == 0 ? Conv.EACH : 1 + random.nextInt(99);
      check(1 + random.nextInt(8), new Conv(channels, windows, 1, false), new Shape(axes));
    }
  }

  private static void check(int batch, Conv conv, Shape input) {
    String what = "%s on %d x %s".formatted(conv.describe(), batch, input);
    Network network = new Network(input, Chain.of(conv));
    Weights weights = Weights.initial(network, 1);
    try (PointerScope scope = new PointerScope()) {
      TorchNetwork torch = new TorchNetwork(network, weights);
      Tensor x = normal(input.after(batch), 2);
      Tensor slope = normal(network.output().after(batch), 3);
      Tensor single = x.detach().requires_grad_(true);
      Tensor output = torch.forward(single, torch.training(1));
      backward(output, slope);

      Tensor wide = x.to(ScalarType.Double).detach().requires_grad_(true);
      var weight = weights.get(weights.names().iterator().next());
      Tensor kernel =
          Tensor.create(weight.values(), weight.shape().longs())
              .to(ScalarType.Double)
              .detach()
              .requires_grad_(true);
      Tensor expected = convolve(conv, wide, kernel, conv.groups(input));
      backward(expected, slope.to(ScalarType.Double));

      assertThat(distance(output, expected)).as("output of " + what).isLessThan(1e-4);
      assertThat(distance(single.grad(), wide.grad())).as("slope of " + what).isLessThan(1e-4);
      Tensor slopes = kernel.grad();
      Tensor asKept = conv.windows().size() == 1 ? slopes : slopes.permute(0, 2, 3, 1);
      assertThat(distance(torch.gradients(), asKept.reshape(-1)))
          .as("weights' slope of " + what)
          .isLessThan(1e-4);
    }
  }

  private static Tensor convolve(Conv conv, Tensor x, Tensor kernel, int groups) {
    long[] strides = conv.windows().stream().mapToLong(Window::stride).toArray();
    long[] pads = conv.windows().stream().mapToLong(Window::before).toArray();
    long[] dilations = conv.windows().stream().mapToLong(Window::dilation).toArray();
    TensorOptional none = new TensorOptional();
    return strides.length == 1
        ? conv1d(x, kernel, none, strides, pads, dilations, groups)
        : conv2d(x, kernel, none, strides, pads, dilations, groups);
  }

  private static Tensor normal(long[] shape, long seed) {
    Random random = new Random(seed);
    int size = 1;
    for (long axis : shape) {
      size *= (int) axis;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.create(values, shape);
  }

  private static void backward(Tensor output, Tensor slope) {
    output.backward(slope, new BoolOptional(), false, new TensorArrayRefOptional());
  }

  private static double distance(Tensor found, Tensor expected) {
    double apart = found.to(ScalarType.Double).sub(expected).norm().item().toDouble();
    return apart / expected.norm().item().toDouble();
  }
}

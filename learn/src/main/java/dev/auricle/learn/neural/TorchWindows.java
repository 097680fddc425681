package dev.auricle.learn.neural;

import static java.util.Objects.requireNonNull;
import static org.bytedeco.pytorch.global.torch.avg_pool1d;
import static org.bytedeco.pytorch.global.torch.avg_pool2d;
import static org.bytedeco.pytorch.global.torch.constant_pad_nd;
import static org.bytedeco.pytorch.global.torch.conv1d;
import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.max_pool1d;
import static org.bytedeco.pytorch.global.torch.max_pool2d;

import dev.auricle.network.Conv;
import dev.auricle.network.Pool;
import dev.auricle.network.Shape;
import dev.auricle.network.Window;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/** Convolutions and poolings in libtorch. */
final class TorchWindows {
  private final Map<String, Tensor> tensors;

  TorchWindows(Map<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  Tensor convolve(Conv conv, Tensor from, Shape input, String name) {
    Tensor x = from;
    List<Window> windows = conv.windows();
    if (windows.stream().allMatch(TorchWindows::isPoint)) {
      // oneDNN up to 3.12 writes beyond its memory for some of these, if it is left the strides.
      x = thinned(x, windows);
      windows = Collections.nCopies(windows.size(), Window.valid(1, 1));
    }
    Tensor bias = tensors.get(name + "bias");
    TensorOptional optional = bias == null ? new TensorOptional() : new TensorOptional(bias);
    Tensor weight = requireNonNull(tensors.get(name + "weight"));
    long[] strides = longs(windows, Window::stride);
    boolean padsItself = even(windows);
    Tensor padded = padsItself ? x : pad(x, windows, 0);
    long[] pads = padsItself ? longs(windows, Window::before) : new long[windows.size()];
    for (int i = 0; i < strides.length; i++) {
      Window window = windows.get(i);
      if (pads[i] == 0 && strides[i] > 1 && window.positions(input.axis(1 + i)) == 1) {
        // A window with one position goes nowhere; libtorch 2.13 leaves memory unwritten for some.
        padded = padded.narrow(2 + i, 0, window.reach());
        strides[i] = 1;
      }
    }
    long[] dilations = longs(windows, Window::dilation);
    int groups = conv.groups(input);
    if (windows.size() == 2) {
      return conv2d(padded, weight, optional, strides, pads, dilations, groups);
    }
    return conv1d(padded, weight, optional, strides, pads, dilations, groups);
  }

  private static boolean isPoint(Window window) {
    return window.size() == 1 && window.before() == 0 && window.after() == 0;
  }

  /** Only what windows of one value see. */
  private static Tensor thinned(Tensor x, List<Window> windows) {
    Tensor thinned = x;
    for (int i = 0; i < windows.size(); i++) {
      int stride = windows.get(i).stride();
      if (stride > 1) {
        thinned = thinned.slice(2 + i, new LongOptional(), new LongOptional(), stride);
      }
    }
    return thinned;
  }

  Tensor pool(Pool pool, Tensor x) {
    List<Window> windows = pool.windows();
    long[] sizes = longs(windows, Window::size);
    long[] strides = longs(windows, Window::stride);
    long[] none = new long[windows.size()];
    boolean plane = windows.size() == 2;
    if (pool.kind() == Pool.Kind.AVERAGE) {
      return plane
          ? avg_pool2d(x, sizes, strides, none, false, true, new LongOptional())
          : avg_pool1d(x, sizes, strides, none, false, true);
    }
    boolean pads = windows.stream().anyMatch(window -> window.before() + window.after() > 0);
    Tensor padded = pads ? pad(x, windows, Double.NEGATIVE_INFINITY) : x;
    long[] each = longs(windows, Window::dilation);
    return plane
        ? max_pool2d(padded, sizes, strides, none, each, false)
        : max_pool1d(padded, sizes, strides, none, each, false);
  }

  /** Pads the last axes; libtorch lists them from the last one. */
  private static Tensor pad(Tensor x, List<Window> windows, double value) {
    long[] pads = new long[2 * windows.size()];
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(windows.size() - 1 - i);
      pads[2 * i] = window.before();
      pads[2 * i + 1] = window.after();
    }
    return constant_pad_nd(x, pads, new Scalar(value));
  }

  private static boolean even(List<Window> windows) {
    return windows.stream().allMatch(window -> window.before() == window.after());
  }

  private static long[] longs(List<Window> windows, ToIntFunction<Window> part) {
    return windows.stream().mapToInt(part).asLongStream().toArray();
  }
}

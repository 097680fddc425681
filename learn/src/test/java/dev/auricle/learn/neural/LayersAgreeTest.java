package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import dev.auricle.network.Network;
import dev.auricle.network.Nonlinearity;
import dev.auricle.network.OnnxWriter;
import dev.auricle.network.Parallel;
import dev.auricle.network.Parameter;
import dev.auricle.network.Pool;
import dev.auricle.network.Recurrent;
import dev.auricle.network.Residual;
import dev.auricle.network.Shape;
import dev.auricle.network.SqueezeExcite;
import dev.auricle.network.StackBands;
import dev.auricle.network.Standardize;
import dev.auricle.network.Weight;
import dev.auricle.network.Weights;
import dev.auricle.network.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Property: for every layer, with random weights and inputs, libtorch and ONNX Runtime give the
 * same numbers within 1e-5 · max(1, |reference|), which is a few roundings of a float.
 */
class LayersAgreeTest {
  private static final int BATCH = 3;

  @ParameterizedTest(name = "{0} on {2}")
  @MethodSource("layers")
  void libtorchAndOnnxRuntimeAgree(String name, Layer layer, Shape input) throws Exception {
    check(new Network(input, Chain.of(layer)), name.hashCode());
  }

  static Stream<Arguments> layers() {
    Shape plane = Shape.of(4, 11, 14);
    Shape frames = Shape.of(6, 13);
    Shape columns = Shape.of(17);
    List<Arguments> cases = new ArrayList<>();
    for (Nonlinearity function : Nonlinearity.values()) {
      add(cases, new Activate(function), plane);
    }
    Window three = Window.centred(3, 1);
    add(cases, Conv.plane(5, three, Window.centred(5, 2)), plane);
    add(cases, Conv.plane(5, Window.same(3, 2, 11), Window.same(3, 2, 14)), plane);
    add(cases, Conv.plane(5, new Window(3, 1, 2, 2, 2), Window.valid(4, 1)), plane);
    add(cases, new Conv(8, List.of(three, three), 2, true), plane);
    add(cases, Conv.depthwise(three, Window.centred(3, 2)), plane);
    add(cases, Conv.frames(7, Window.centred(5, 2)), frames);
    add(cases, Conv.frames(7, Window.same(4, 2, 13)), frames);
    add(cases, new Conv(6, List.of(new Window(3, 1, 3, 3, 3)), 3, true), frames);
    add(cases, Conv.depthwise(Window.centred(3, 1)), frames);
    for (Shape shape : List.of(plane, frames, columns)) {
      add(cases, new BatchNorm(), shape);
      add(cases, new Standardize(Standardize.Per.FIRST_AXIS), shape);
      add(cases, new Standardize(Standardize.Per.INPUT), shape);
      add(cases, new Flatten(), shape);
      add(cases, new Dropout(0.5), shape);
    }
    add(cases, new Dropout(0.5, true), plane);
    add(cases, Pool.max(2, 3), plane);
    add(cases, Pool.average(2, 3), plane);
    add(cases, Pool.max(3), frames);
    add(cases, Pool.average(3), frames);
    Window padded = Window.centred(3, 2);
    add(cases, new Pool(Pool.Kind.MAX, List.of(padded, padded)), plane);
    add(cases, new Pool(Pool.Kind.MAX, List.of(Window.same(3, 2, 13))), frames);
    for (GlobalPool.Kind kind : GlobalPool.Kind.values()) {
      add(cases, GlobalPool.of(kind), plane);
      add(cases, GlobalPool.of(kind), frames);
      add(cases, new GlobalPool(kind, GlobalPool.Over.BANDS), plane);
    }
    for (Recurrent.Cell cell : Recurrent.Cell.values()) {
      add(cases, new Recurrent(cell, 5, false), frames);
      add(cases, new Recurrent(cell, 5, true), frames);
    }
    add(cases, new AttentionPool(), frames);
    add(cases, new SqueezeExcite(3), plane);
    SqueezeExcite hard = new SqueezeExcite(2, Nonlinearity.RELU, Nonlinearity.HARD_SIGMOID);
    add(cases, hard, frames);
    add(cases, new Dense(9), columns);
    add(cases, new Dense(9, false), columns);
    add(cases, new AddChannel(), frames);
    add(cases, new AddChannel(), columns);
    add(cases, new StackBands(), plane);
    Chain body = Chain.of(Conv.plane(4, three, three), new BatchNorm());
    Chain around = Chain.of(Conv.plane(4, Window.valid(1, 1), Window.valid(1, 1)));
    add(cases, new Residual(body), plane);
    add(cases, new Residual(body, around), plane);
    add(cases, new Parallel(List.of(body, around, Chain.NOTHING)), plane);
    return cases.stream();
  }

  @ParameterizedTest(name = "composition {0}")
  @MethodSource("compositions")
  void randomCompositionsAgree(int seed, Network network) throws Exception {
    check(network, seed);
  }

  static Stream<Arguments> compositions() {
    return Stream.iterate(0, seed -> seed + 1)
        .limit(12)
        .map(seed -> Arguments.of(seed, composition(new Random(seed))));
  }

  /** A network of random layers that suit each other: plane, then frames, then columns. */
  private static Network composition(Random random) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Standardize(Standardize.Per.FIRST_AXIS));
    layers.add(new AddChannel());
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      Window bands = Window.centred(1 + 2 * random.nextInt(2), 1 + random.nextInt(2));
      layers.add(Conv.plane(2 + random.nextInt(6), bands, Window.centred(3, 1)));
      layers.add(new BatchNorm());
      layers.add(new Activate(any(random, Nonlinearity.values())));
      if (random.nextBoolean()) {
        layers.add(new SqueezeExcite(2));
      }
      layers.add(random.nextBoolean() ? Pool.max(2, 2) : Pool.average(1, 2));
    }
    if (random.nextBoolean()) {
      layers.add(new StackBands());
      layers.add(new Recurrent(any(random, Recurrent.Cell.values()), 6, random.nextBoolean()));
      layers.add(random.nextBoolean() ? new AttentionPool() : new Flatten());
    } else {
      layers.add(GlobalPool.of(any(random, GlobalPool.Kind.values())));
    }
    layers.add(new Dropout(0.3));
    layers.add(new Dense(5));
    return new Network(Shape.of(24, 26), new Chain(layers));
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static void add(List<Arguments> cases, Layer layer, Shape input) {
    cases.add(Arguments.of(layer.describe(), layer, input));
  }

  static void check(Network network, long seed) throws Exception {
    Random random = new Random(seed);
    Weights weights = random(network, random);
    float[] features = new float[BATCH * network.input().size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    float[] expected;
    try (PointerScope scope = new PointerScope()) {
      TorchNetwork torch = new TorchNetwork(network, weights);
      Tensor x = Tensor.create(features, network.input().after(BATCH));
      expected = TorchNetwork.values(torch.forward(x, Mode.INFERENCE));
      for (String name : weights.names()) {
        assertThat(torch.weights().get(name).values()).isEqualTo(weights.get(name).values());
      }
    }
    byte[] graph = OnnxWriter.write(network, weights, OnnxWriter.Ending.NONE);
    float[] found = OnnxRun.run(graph, features, network.input().after(BATCH));
    assertThat(found).hasSameSizeAs(expected);
    assertThat(found.length).isEqualTo(BATCH * network.output().size());
    for (int i = 0; i < found.length; i++) {
      double tolerance = 1e-5 * Math.max(1, Math.abs(expected[i]));
      assertThat((double) found[i]).isCloseTo(expected[i], within(tolerance));
    }
  }

  /** Starting weights, with the ones and zeros made random too: a missing bias must show. */
  private static Weights random(Network network, Random random) {
    Weights weights = Weights.initial(network, random.nextLong());
    for (Parameter parameter : network.parameters()) {
      if (parameter.role() != Parameter.Role.WEIGHT
          && parameter.role() != Parameter.Role.RECURRENT) {
        float[] values = new float[parameter.shape().size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = 0.5f + random.nextFloat();
        }
        weights = weights.with(parameter.name(), new Weight(values, parameter.shape()));
      }
    }
    return weights;
  }
}

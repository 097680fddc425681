package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import dev.auricle.network.Network;
import dev.auricle.network.Shape;
import dev.auricle.network.Weights;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Whether bfloat16 is computed rightly here. On some processors it is not: the convolutions of
 * oneDNN 3.7, which libtorch 2.10 brings, are wrong on some that are newer than it (seen on an AMD
 * EPYC with AVX512-VP2INTERSECT; kept to AVX2, they are right). A network learns around that, and
 * is wrong wherever it then runs. So the scores of a small network are computed in both precisions,
 * once in a process and only where bfloat16 is asked for; where they part, float32 is used.
 */
final class PrecisionProbe {
  private static final String RECIPE = "model: {type: residual, channels: [8, 16], blocks: 1}";
  private static final int CLIPS = 16;
  private static final int LABELS = 4;
  private static final int[] SHAPE = {32, 20};

  /** Eight bits are 0.4 %, which adds up to a hundredth or two; what is wrong lies far beyond. */
  private static final double TOLERANCE = 0.05;

  private PrecisionProbe() {}

  /** Computed when it is first asked for. */
  private static final class Found {
    static final boolean AGREES = distance() < TOLERANCE;
  }

  static boolean agrees() {
    return Found.AGREES;
  }

  /** How far scores in bfloat16 lie from those in float32, relative to their size. */
  static double distance() {
    float[] full = scores(Precision.FLOAT32);
    float[] half = scores(Precision.BF16);
    double squares = 0;
    double size = 0;
    for (int i = 0; i < full.length; i++) {
      squares += Math.pow(full[i] - half[i], 2);
      size += Math.pow(full[i], 2);
    }
    return Math.sqrt(squares / size);
  }

  private static float[] scores(Precision precision) {
    NeuralTrainer trainer = trainer();
    Network network = trainer.network(Shape.of(SHAPE), LABELS);
    int size = SHAPE[0] * SHAPE[1];
    float[] features = new float[CLIPS * size];
    float[] targets = new float[CLIPS * LABELS]; // The loss is not looked at.
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextDouble(-1, 1);
    }
    try (PointerScope scope = new PointerScope()) {
      TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, 1));
      Optimizer optimizer = new Optimizer(torch, trainer.settings());
      TrainingStep step = new TrainingStep(torch, optimizer, Loss.even(LABELS), precision);
      return step.run(features, targets, 0, 1).scores();
    }
  }

  private static NeuralTrainer trainer() {
    MappingNode yaml =
        (MappingNode)
            new Compose(LoadSettings.builder().build()).composeString(RECIPE).orElseThrow();
    Settings recipe = Settings.of("precision", "", yaml);
    Settings model = recipe.sectionOrEmpty("model");
    return (NeuralTrainer) NeuralTrainers.of(model.text("type", ""), model, recipe);
  }
}

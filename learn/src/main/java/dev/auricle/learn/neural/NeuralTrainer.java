package dev.auricle.learn.neural;

import static org.bytedeco.pytorch.global.torch.cuda_is_available;
import static org.bytedeco.pytorch.global.torch.hasCUDA;

import dev.auricle.learn.training.Device;
import dev.auricle.learn.training.FittedModel;
import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.network.Crops;
import dev.auricle.network.Layer;
import dev.auricle.network.Network;
import dev.auricle.network.OnnxWriter;
import dev.auricle.network.Shape;
import dev.auricle.network.Standardize;
import dev.auricle.network.Weights;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;

/**
 * Trains a neural network with libtorch and writes it as ONNX. The same clips, seed and threads
 * give the same bytes.
 */
final class NeuralTrainer implements Trainer {
  /** Each holds what its layers computed for a batch: up to a gigabyte. */
  private static final int MOST_AT_ONCE = 4;

  private final NetworkPlan plan;
  private final TrainingSettings training;
  private final Augmentation augmentation;

  NeuralTrainer(NetworkPlan plan, TrainingSettings training, Augmentation augmentation) {
    this.plan = plan;
    this.training = training;
    this.augmentation = augmentation;
  }

  /** The first network that a trainer fits on the recipe's own features; empty where none is. */
  static Optional<NeuralTrainer> in(Trainer any) {
    return any.readers().stream()
        .filter(NeuralTrainer.class::isInstance)
        .map(NeuralTrainer.class::cast)
        .findFirst();
  }

  @Override
  public FittedModel fit(
      TrainingData train, @Nullable TrainingData validation, TrainingContext context) {
    LibTorch.useThreads(context.threads());
    require(context.device());
    Parts parts = Parts.of(train, validation, training, context.seed());
    Clips clips = Clips.of(parts.train());
    Crops crops = training.crops(clips.shape());
    Network network = network(clips.shape(), train.labels().size());
    try (PointerScope scope = new PointerScope()) {
      TrainingLoop loop =
          new TrainingLoop(
              training,
              context,
              batches(parts.train(), clips, network, context.seed()),
              clips.size(),
              Loss.of(clips, train.multiLabel(), training),
              parts.validation() == null ? null : Clips.of(parts.validation()).middle(crops),
              network,
              start(network, clips, context.seed()),
              plan.fineTuning(network),
              key(network, clips, context));
      Weights weights = loop.run();
      OnnxWriter.Ending ending =
          train.multiLabel() ? OnnxWriter.Ending.SIGMOID : OnnxWriter.Ending.SOFTMAX;
      byte[] graph = OnnxWriter.write(network, weights, ending, crops);
      return new FittedModel(
          graph, loop.curve(), details(network, loop, context.device()), new double[0]);
    }
  }

  private static void require(Device device) {
    if (device == Device.CUDA && !cuda_is_available()) {
      throw new AuricleException(
          "no CUDA to train on: "
              + (hasCUDA()
                  ? "no NVIDIA card is seen"
                  : "this build has no libtorch for cards, or it found no CUDA and cuDNN here")
              + "; a distribution built with 'mvn -Pcuda,dist -DskipTests package' trains on a"
              + " machine with a card, or leave out --device");
    }
  }

  /** Where nothing watches a validation part, its clips are trained on. */
  @Override
  public boolean usesValidation() {
    return training.watches();
  }

  @Override
  public int mostSideBySide() {
    return MOST_AT_ONCE;
  }

  @Override
  public boolean usesSamples() {
    return !augmentation.samples().nothing() || augmentation.mixing().ofSamples();
  }

  TrainingSettings settings() {
    return training;
  }

  /** The network for clips of that shape, of which it may read a stretch at a time. */
  Network network(Shape input, int labels) {
    return plan.network(Clips.cut(input, training.crops(input).length()), labels);
  }

  /**
   * Clips as training will show them.
   *
   * @param chosen indices of clips
   * @param epochs how many variations of each
   */
  List<Preview.Shown> preview(TrainingData data, int[] chosen, int epochs, long seed) {
    Clips clips = Clips.of(data);
    Batches batches = batches(data, seed);
    List<Preview.Shown> shown = new ArrayList<>();
    for (int clip : chosen) {
      float[] plain = clips.features(clip);
      int[] whole = axes(clips.shape());
      int[] cut = axes(Clips.cut(clips.shape(), training.crops(clips.shape()).length()));
      shown.add(new Preview.Shown(clip, 0, plain, whole, clips.target(clip), data.samples(clip)));
      for (int epoch = 1; epoch <= epochs; epoch++) {
        Batches.Batch batch = batches.alone(epoch, clip);
        float[] heard = batches.heard(epoch, clip);
        shown.add(new Preview.Shown(clip, epoch, batch.features(), cut, batch.targets(), heard));
      }
    }
    return shown;
  }

  private static int[] axes(Shape shape) {
    return IntStream.range(0, shape.rank()).map(shape::axis).toArray();
  }

  /** The batches of a training on these clips. */
  Batches batches(TrainingData data, long seed) {
    Clips clips = Clips.of(data);
    Network network = network(clips.shape(), data.labels().size());
    return batches(data, clips, network, seed);
  }

  private Batches batches(TrainingData data, Clips clips, Network network, long seed) {
    VariedSounds sounds = usesSamples() ? new VariedSounds(data, augmentation.samples()) : null;
    Clips.Scaling scaling = clips.scaling(eachBand(network));
    Augmenter augmenter =
        clips.shape().rank() == 2
            ? new SpectrogramAugmenter(augmentation, clips.shape(), scaling.mean())
            : Augmenter.NONE;
    augmenter = augmenter.thenJitter(augmentation.jitter(), scaling);
    return new Batches(
        clips, sounds, augmenter, augmentation.mixing(), training, Seeds.mix(seed, 2));
  }

  /** The plan's weights, and the standardisation of the training clips where it has any. */
  private Weights start(Network network, Clips clips, long seed) {
    Weights weights = plan.start(network, Seeds.mix(seed, 3));
    if (!(network.chain().layers().get(0) instanceof Standardize)) {
      return weights;
    }
    Clips.Scaling scaling = clips.scaling(eachBand(network));
    return weights.with("0.scale", scaling.scale()).with("0.shift", scaling.shift());
  }

  /** Whether the network tells bands apart; one without standardisation learnt to, before. */
  private static boolean eachBand(Network network) {
    Layer first = network.chain().layers().get(0);
    return !(first instanceof Standardize)
        || first.equals(new Standardize(Standardize.Per.FIRST_AXIS));
  }

  /** Says which training a checkpoint belongs to: settings, clips, seed and threads. */
  private long key(Network network, Clips clips, TrainingContext context) {
    String settings = plan + " " + network + " " + training + " " + augmentation;
    long[] parts = {
      settings.hashCode(),
      clips.checksum(),
      context.threads(),
      training.precision().on(context.device()).ordinal()
    };
    return Seeds.mix(context.seed(), parts);
  }

  private Map<String, Object> details(Network network, TrainingLoop loop, Device device) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("parameters", network.trainedNumbers());
    details.put("multiplications", network.multiplications());
    details.put("epochs", loop.curve().size());
    details.put("precision", training.precision().on(device).name().toLowerCase(Locale.ROOT));
    return details;
  }
}

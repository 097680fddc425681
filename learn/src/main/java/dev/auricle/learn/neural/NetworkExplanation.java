package dev.auricle.learn.neural;

import dev.auricle.learn.training.Trainer;
import dev.auricle.network.Layer;
import dev.auricle.network.Network;
import dev.auricle.network.Parameter;
import dev.auricle.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a recipe's network is, layer by layer, and what training it takes on this machine.
 *
 * @param input shape of a clip's features
 * @param rows a row for each layer
 * @param parameters numbers that training changes
 * @param multiplications for one clip
 * @param graphBytes of the weights, stored as floats
 * @param activationBytes of all layers' outputs for one batch, which training holds at once
 * @param epochs for that many clips
 * @param stepMillis one timed training step on a batch
 * @param seconds expected for one training, from the timed step; augmentation left out
 */
public record NetworkExplanation(
    Shape input,
    List<Row> rows,
    long parameters,
    long multiplications,
    long graphBytes,
    long activationBytes,
    int epochs,
    double stepMillis,
    double seconds) {
  private static final int WARM_STEPS = 3;
  private static final int TIMED_STEPS = 5;

  /**
   * A layer.
   *
   * @param name its place, which its weights' names begin with
   * @param layer a few words
   * @param output its shape
   * @param parameters numbers it owns that training changes
   * @param multiplications for one clip
   */
  public record Row(
      String name, String layer, Shape output, long parameters, long multiplications) {}

  /**
   * Explains what a recipe's trainer trains; empty where that is no network.
   *
   * @param input shape of a clip's features
   * @param clips in the training part
   * @throws dev.auricle.signal.AuricleException if the network cannot take that input
   */
  public static Optional<NetworkExplanation> of(
      Trainer any, Shape input, int labels, int clips, int threads) {
    return NeuralTrainer.in(any).map(trainer -> of(trainer, input, labels, clips, threads));
  }

  private static NetworkExplanation of(
      NeuralTrainer trainer, Shape input, int labels, int clips, int threads) {
    Network network = trainer.network(input, labels);
    TrainingSettings settings = trainer.settings();
    List<Row> rows = rows(network);
    long all = network.parameters().stream().mapToLong(each -> each.shape().size()).sum();
    long outputs = rows.stream().mapToLong(row -> row.output().size()).sum();
    int batch = Math.min(settings.batch(), clips);
    double stepMillis =
        StepTimer.time(network, settings, batch, WARM_STEPS, TIMED_STEPS, threads).wallMillis();
    int epochs = settings.epochs(clips);
    double steps = epochs * Math.ceil(clips / (double) settings.batch());
    return new NetworkExplanation(
        input,
        rows,
        network.trainedNumbers(),
        network.multiplications(),
        all * Float.BYTES,
        batch * outputs * Float.BYTES,
        epochs,
        stepMillis,
        steps * stepMillis / 1000);
  }

  private static List<Row> rows(Network network) {
    List<Row> rows = new ArrayList<>();
    Shape shape = network.input();
    for (int i = 0; i < network.chain().layers().size(); i++) {
      Layer layer = network.chain().layers().get(i);
      long parameters =
          layer.parameters(shape).stream()
              .filter(parameter -> parameter.role().trained())
              .map(Parameter::shape)
              .mapToLong(Shape::size)
              .sum();
      long multiplications = layer.multiplications(shape);
      shape = layer.output(shape);
      rows.add(new Row("" + i, layer.describe(), shape, parameters, multiplications));
    }
    return rows;
  }
}

package dev.auricle.learn.classical;

import dev.auricle.learn.training.FittedModel;
import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Trains a classical model on fixed-length features and writes it as an ONNX graph. */
final class ClassicalTrainer implements Trainer {
  private final String name;
  private final Learner learner;

  ClassicalTrainer(String name, Learner learner) {
    this.name = name;
    this.learner = learner;
  }

  @Override
  public FittedModel fit(
      TrainingData train, @Nullable TrainingData validation, TrainingContext context) {
    Table table = Table.of(train);
    double[] weights = new double[table.rows()];
    Arrays.fill(weights, 1);
    Table held = validation == null || validation.size() == 0 ? null : Table.of(validation);
    Model model = learner(table).fit(table, weights, held, Run.of(context));
    return new FittedModel(
        graph(name, model, table.columns(), table.classes()),
        model.curve(),
        model.details(),
        model.importance());
  }

  @Override
  public boolean usesValidation() {
    return learner.usesValidation();
  }

  @Override
  public int mostSideBySide() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean spreads() {
    return learner.spreads();
  }

  @Override
  public long heap(int clips, long numbers) {
    return learner.heap(clips, numbers);
  }

  /** What is fitted on a table: for rows of several labels, it may be a model for each label. */
  Learner learner(Table table) {
    return table.several() && !learner.takesSeveral() ? new OneVersusRestLearner(learner) : learner;
  }

  /** A model as a graph in the form that {@link dev.auricle.runtime.OnnxModel} describes. */
  static byte[] graph(String name, Model model, int columns, int classes) {
    OnnxGraph graph = new OnnxGraph(name);
    String features = graph.input("features", OnnxGraph.BATCH, columns);
    graph.output("probabilities", model.write(graph, features), OnnxGraph.BATCH, classes);
    return graph.bytes();
  }
}

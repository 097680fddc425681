package dev.auricle.learn.classical;

import dev.auricle.learn.training.EpochScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * Fits gradient-boosted trees with XGBoost (Chen and Guestrin, 2016); the trees are then our own.
 *
 * @param rounds how many; each grows a tree for every class
 * @param rate what a tree's leaves are multiplied with
 * @param maxDepth levels of a tree
 * @param minChild least sum of second derivatives in a leaf
 * @param rowShare share of the rows that each round draws
 * @param columnShare share of the columns that each tree draws
 * @param l2 penalty on leaves
 * @param gamma least gain of a split
 * @param patience rounds without a better validation loss after which it ends, where there is a
 *     validation part; 0 never
 * @param balance the weight of each class
 */
record XgBoostLearner(
    int rounds,
    double rate,
    int maxDepth,
    double minChild,
    double rowShare,
    double columnShare,
    double l2,
    double gamma,
    int patience,
    ClassWeight balance)
    implements Learner {

  /**
   * Its threads wait for each other at every node of a tree, some hundred thousand times in a fit
   * of few clips: they gain little, and lose much where cores are shared.
   */
  @Override
  public boolean spreads() {
    return false;
  }

  @Override
  public boolean usesValidation() {
    return patience > 0;
  }

  @Override
  public Model fit(Table table, double[] weights, Run run) {
    return fit(table, weights, null, run);
  }

  @Override
  public Model fit(Table table, double[] weights, @Nullable Table validation, Run run) {
    table.requireFinite();
    if (validation != null) {
      validation.requireFinite();
    }
    try {
      DMatrix train = matrix(table);
      DMatrix held = null;
      Booster booster = null;
      try {
        train.setWeight(floats(balance.apply(table, weights)));
        held = validation == null ? null : matrix(validation);
        // Given the matrices now, it keeps their scores from round to round.
        Map<String, DMatrix> judged = held == null ? Map.of() : Map.of("held", held);
        booster = XGBoost.train(train, parameters(table, run), 0, judged, null, null);
        booster.setParam("eval_metric", "mlogloss");
        booster.setParam("eval_metric", "merror");
        List<EpochScore> curve = boost(booster, train, held, run);
        return XgBoostModel.read(booster.toByteArray("json"), table.classes(), best(curve), curve);
      } finally {
        if (booster != null) {
          booster.dispose();
        }
        if (held != null) {
          held.dispose();
        }
        train.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
    }
  }

  private List<EpochScore> boost(Booster booster, DMatrix train, @Nullable DMatrix held, Run run)
      throws XGBoostError {
    DMatrix[] judged = held == null ? new DMatrix[] {train} : new DMatrix[] {train, held};
    String[] names = held == null ? new String[] {"train"} : new String[] {"train", "held"};
    List<EpochScore> curve = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      booster.update(train, round);
      curve.add(score(round + 1, booster.evalSet(judged, names, round)));
      run.progress().step(round + 1, rounds, "loss %.3f".formatted(curve.get(round).trainLoss()));
      if (held != null && patience > 0 && round + 1 - best(curve) >= patience) {
        break;
      }
    }
    return curve;
  }

  /** Reads {@code [3] train-mlogloss:0.41 train-merror:0.02 held-mlogloss:…}, tab-separated. */
  private static EpochScore score(int round, String line) {
    Map<String, Double> figures = new HashMap<>();
    for (String part : line.split("\t")) {
      int colon = part.lastIndexOf(':');
      if (colon > 0) {
        figures.put(part.substring(0, colon), Double.parseDouble(part.substring(colon + 1)));
      }
    }
    return new EpochScore(
        round,
        figures.getOrDefault("train-mlogloss", Double.NaN),
        1 - figures.getOrDefault("train-merror", Double.NaN),
        figures.getOrDefault("held-mlogloss", Double.NaN),
        1 - figures.getOrDefault("held-merror", Double.NaN));
  }

  /** The round of least validation loss; the last where there is no validation part. */
  private static int best(List<EpochScore> curve) {
    int best = curve.size();
    for (int i = curve.size() - 1; i >= 0; i--) {
      if (curve.get(i).validationLoss() <= curve.get(best - 1).validationLoss()) {
        best = i + 1;
      }
    }
    return best;
  }

  private Map<String, Object> parameters(Table table, Run run) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "multi:softprob");
    parameters.put("num_class", table.classes());
    parameters.put("tree_method", "hist");
    parameters.put("eta", rate);
    parameters.put("max_depth", maxDepth);
    parameters.put("min_child_weight", minChild);
    parameters.put("subsample", rowShare);
    parameters.put("colsample_bytree", columnShare);
    parameters.put("lambda", l2);
    parameters.put("gamma", gamma);
    parameters.put("nthread", run.threads());
    parameters.put("seed", (int) (run.seed() & 0x7fffffff));
    parameters.put("verbosity", 0);
    return parameters;
  }

  private static DMatrix matrix(Table table) throws XGBoostError {
    float[] values = new float[table.rows() * table.columns()];
    float[] labels = new float[table.rows()];
    for (int i = 0; i < labels.length; i++) {
      System.arraycopy(table.values()[i], 0, values, i * table.columns(), table.columns());
      labels[i] = table.labels()[i];
    }
    DMatrix matrix = new DMatrix(values, table.rows(), table.columns(), Float.NaN);
    matrix.setLabel(labels);
    return matrix;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}

package dev.auricle.learn.classical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fits several models that vote softly: their probabilities are averaged.
 *
 * @param members what is fitted, each on all rows
 * @param says how much each member's probabilities count
 */
record VotingLearner(List<Learner> members, List<Double> says) implements Learner {
  @Override
  public Voting fit(Table table, double[] weights, Run run) {
    return fit(table, weights, null, run);
  }

  @Override
  public Voting fit(Table table, double[] weights, @Nullable Table validation, Run run) {
    List<Model> models = new ArrayList<>();
    for (int m = 0; m < members.size(); m++) {
      Run own = run.part(m, run.threads());
      models.add(members.get(m).fit(table, weights, validation, own));
      run.progress().step(m + 1, members.size(), "members");
    }
    double all = says.stream().mapToDouble(Double::doubleValue).sum();
    double[] shares = says.stream().mapToDouble(say -> say / all).toArray();
    return new Voting(models, shares, table.classes());
  }
}

package dev.auricle.learn.classical;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fits a model of its own for each label, where clips carry several: the clips that carry it
 * against the rest.
 *
 * @param each what is fitted for a label
 */
record OneVersusRestLearner(Learner each) implements Learner {

  @Override
  public Model fit(Table table, double[] weights, Run run) {
    return fit(table, weights, null, run);
  }

  @Override
  public Model fit(Table table, double[] weights, @Nullable Table validation, Run run) {
    List<Model> members = new ArrayList<>();
    for (int k = 0; k < table.classes(); k++) {
      Table asked = table.versusRest(k);
      int carried = asked.counts()[1];
      if (carried == 0 || carried == table.rows()) {
        // Nothing to tell apart in this training part.
        members.add(new Constant(table.columns(), carried == 0 ? 0 : 1));
      } else {
        Table held = validation == null ? null : validation.versusRest(k);
        members.add(each.fit(asked, weights, held, run.part(k, run.threads())));
      }
      run.progress().step(k + 1, table.classes(), "labels");
    }
    return new OneVersusRest(List.copyOf(members));
  }

  @Override
  public boolean takesSeveral() {
    return true;
  }

  @Override
  public boolean spreads() {
    return each.spreads();
  }

  @Override
  public boolean usesValidation() {
    return each.usesValidation();
  }
}

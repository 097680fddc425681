package dev.auricle.learn.voting;

import dev.auricle.learn.training.EpochScore;
import dev.auricle.learn.training.FittedModel;
import dev.auricle.learn.training.Interruption;
import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.network.Shape;
import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.runtime.Features;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Fits several models on the same clips, one after the other, and writes one graph that averages
 * their probabilities, each with its say.
 */
public final class VotingTrainer implements Trainer {
  private final List<Member> members;

  /**
   * A trainer.
   *
   * @param members one or more
   */
  public VotingTrainer(List<Member> members) {
    this.members = List.copyOf(members);
  }

  @Override
  public FittedModel fit(
      TrainingData train, @Nullable TrainingData validation, TrainingContext context) {
    SplittableRandom seeds = new SplittableRandom(context.seed());
    Steps steps = new Steps(context.progress());
    List<FittedModel> models = new ArrayList<>();
    for (int m = 0; m < members.size(); m++) {
      Member member = members.get(m);
      TrainingData held = member.trainer().usesValidation() ? validation : null;
      models.add(
          member
              .trainer()
              .fit(
                  view(member, train),
                  held == null ? null : view(member, held),
                  new TrainingContext(
                      seeds.nextLong(),
                      context.threads(),
                      steps.of(m),
                      part(context.interruption(), m),
                      context.device())));
    }
    return new FittedModel(
        graph(models, train.features(0), train.labels().size()),
        curve(models),
        details(models),
        importance(models));
  }

  private static TrainingData view(Member member, TrainingData data) {
    return member.embedding() == null ? data : new EmbeddedData(data, member.embedding());
  }

  /** A checkpoint for each member: {@code name-2.checkpoint} of {@code name.checkpoint}. */
  private static Interruption part(Interruption whole, int member) {
    Path file = whole.checkpoint();
    if (file == null) {
      return whole;
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String own = name.substring(0, dot) + "-" + (member + 1) + name.substring(dot);
    return new Interruption(whole.asked(), file.resolveSibling(own));
  }

  private byte[] graph(List<FittedModel> models, Features clip, int labels) {
    OnnxGraph graph = new OnnxGraph("voting");
    String features = graph.input("features", Shape.of(clip.shape()).after(OnnxGraph.BATCH));
    String sum = "";
    for (int m = 0; m < models.size(); m++) {
      Member member = members.get(m);
      byte[] own = models.get(m).graph();
      byte[] whole = member.embedding() == null ? own : member.embedding().compose(own);
      String said = graph.insert(whole, features, "member" + (m + 1) + "/");
      String share = graph.constant(new float[] {(float) share(m)});
      String part = graph.node("Mul", List.of(said, share));
      sum = m == 0 ? part : graph.node("Add", List.of(sum, part));
    }
    graph.output("probabilities", sum, OnnxGraph.BATCH, labels);
    return graph.bytes();
  }

  private double share(int member) {
    return members.get(member).say() / members.stream().mapToDouble(Member::say).sum();
  }

  /** That of the first member that has one. */
  private static List<EpochScore> curve(List<FittedModel> models) {
    return models.stream()
        .map(FittedModel::curve)
        .filter(curve -> !curve.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Map<String, Object> details(List<FittedModel> models) {
    Map<String, Object> details = new LinkedHashMap<>();
    for (int m = 0; m < models.size(); m++) {
      details.put("member " + (m + 1), models.get(m).details());
    }
    return details;
  }

  /** The average of those members that read the recipe's own columns and weigh them. */
  private double[] importance(List<FittedModel> models) {
    double[] mean = new double[0];
    double all = 0;
    for (int m = 0; m < models.size(); m++) {
      double[] own = models.get(m).importance();
      if (members.get(m).embedding() == null && own.length > 0) {
        mean = mean.length == 0 ? new double[own.length] : mean;
        for (int c = 0; c < own.length; c++) {
          mean[c] += share(m) * own[c];
        }
        all += share(m);
      }
    }
    for (int c = 0; c < mean.length; c++) {
      mean[c] /= all;
    }
    return mean;
  }

  @Override
  public boolean usesValidation() {
    return members.stream().anyMatch(member -> member.trainer().usesValidation());
  }

  @Override
  public int mostSideBySide() {
    return members.stream().mapToInt(member -> member.trainer().mostSideBySide()).min().orElse(1);
  }

  @Override
  public boolean usesSamples() {
    return members.stream().anyMatch(member -> member.trainer().usesSamples());
  }

  @Override
  public List<Trainer> readers() {
    return members.stream()
        .filter(member -> member.embedding() == null)
        .flatMap(member -> member.trainer().readers().stream())
        .toList();
  }

  /** The steps of all members as those of one training. */
  private final class Steps {
    private final TrainingContext.Progress heard;
    private int before;
    private volatile int current;

    Steps(TrainingContext.Progress heard) {
      this.heard = heard;
    }

    TrainingContext.Progress of(int member) {
      before += current;
      current = 0;
      int after = members.size() - member - 1; // at least a step each
      return (done, total, message) -> {
        current = total;
        heard.step(before + done, before + total + after, message);
      };
    }
  }
}

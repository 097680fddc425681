package dev.auricle.learn.voting;

import dev.auricle.learn.training.EpochScore;
import dev.auricle.learn.training.FittedModel;
import dev.auricle.learn.training.Interruption;
import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.network.embedding.EmbeddingFrontEnd;
import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.runtime.FrontEnds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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

  /** How many models vote. */
  public int members() {
    return members.size();
  }

  @Override
  public FittedModel fit(
      TrainingData train, @Nullable TrainingData validation, TrainingContext context) {
    SplittableRandom seeds = new SplittableRandom(context.seed());
    Steps steps = new Steps(context.progress());
    List<Fitted> fitted = new ArrayList<>();
    Map<String, TrainingData> views = new HashMap<>();
    BooleanSupplier asked = context.interruption().asked();
    for (int m = 0; m < members.size() && (m == 0 || !asked.getAsBoolean()); m++) {
      Member member = members.get(m);
      TrainingData held = member.trainer().usesValidation() ? validation : null;
      TrainingContext own =
          new TrainingContext(
              seeds.nextLong(),
              context.threads(),
              steps.of(m),
              part(context.interruption(), m),
              context.device());
      TrainingData read = views.computeIfAbsent(reads(member), same -> view(member, train));
      FittedModel model = member.trainer().fit(read, held == null ? null : view(member, held), own);
      // A network that was ended before its first epoch knows nothing yet.
      boolean empty = Integer.valueOf(0).equals(model.details().get("epochs"));
      if (!empty || fitted.isEmpty()) {
        fitted.add(new Fitted(member, model));
      }
    }
    return new FittedModel(
        graph(fitted, train.labels().size()), curve(fitted), details(fitted), importance(fitted));
  }

  private record Fitted(Member member, FittedModel model) {
    /** Its graph, which reads what the recipe's front-end gives. */
    byte[] graph() {
      return member.embedding() == null ? model.graph() : member.embedding().compose(model.graph());
    }
  }

  private static TrainingData view(Member member, TrainingData data) {
    return member.embedding() == null ? data : new EmbeddedData(data, member.embedding());
  }

  /** Members that read the same share a view of the clips, which remembers what it computed. */
  private static String reads(Member member) {
    return member.embedding() == null ? "" : FrontEnds.describe(member.embedding()).toString();
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

  private static byte[] graph(List<Fitted> fitted, int labels) {
    OnnxGraph graph = new OnnxGraph("voting");
    List<byte[]> graphs = fitted.stream().map(Fitted::graph).toList();
    // One that reads the features themselves says how long they are; a published network, none.
    int first =
        IntStream.range(0, fitted.size())
            .filter(m -> fitted.get(m).member().embedding() == null)
            .findFirst()
            .orElse(0);
    String features = graph.inputOf(graphs.get(first));
    String sum = "";
    for (int m = 0; m < fitted.size(); m++) {
      String said = graph.insert(graphs.get(m), features, "member" + (m + 1) + "/");
      String share = graph.constant(new float[] {(float) share(fitted, m)});
      String part = graph.node("Mul", List.of(said, share));
      sum = m == 0 ? part : graph.node("Add", List.of(sum, part));
    }
    graph.output("probabilities", sum, OnnxGraph.BATCH, labels);
    return graph.bytes();
  }

  private static double share(List<Fitted> fitted, int one) {
    return fitted.get(one).member().say()
        / fitted.stream().mapToDouble(each -> each.member().say()).sum();
  }

  /** That of the first member that has one. */
  private static List<EpochScore> curve(List<Fitted> fitted) {
    return fitted.stream()
        .map(one -> one.model().curve())
        .filter(curve -> !curve.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Map<String, Object> details(List<Fitted> fitted) {
    Map<String, Object> details = new LinkedHashMap<>();
    for (int m = 0; m < fitted.size(); m++) {
      details.put("member " + (m + 1), fitted.get(m).model().details());
    }
    return details;
  }

  /** The average of those members that read the recipe's own columns and weigh them. */
  private static double[] importance(List<Fitted> fitted) {
    double[] mean = new double[0];
    double all = 0;
    for (int m = 0; m < fitted.size(); m++) {
      double[] own = fitted.get(m).model().importance();
      if (fitted.get(m).member().embedding() == null && own.length > 0) {
        mean = mean.length == 0 ? new double[own.length] : mean;
        for (int c = 0; c < own.length; c++) {
          mean[c] += share(fitted, m) * own[c];
        }
        all += share(fitted, m);
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
  public boolean spreads() {
    return members.stream().allMatch(member -> member.trainer().spreads());
  }

  /** That of the largest; they are fitted one after the other. */
  @Override
  public long heap(int clips, long numbers) {
    return members.stream()
        .mapToLong(each -> each.trainer().heap(clips, numbers(each, numbers)))
        .max()
        .orElse(0);
  }

  private static long numbers(Member member, long ofTheRecipe) {
    EmbeddingFrontEnd own = member.embedding();
    return own == null ? ofTheRecipe : own.size(10 * own.sampleRate());
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

package dev.auricle.network.published;

import dev.auricle.network.Chain;
import dev.auricle.network.Network;
import dev.auricle.network.OnnxWriter;
import dev.auricle.network.OnnxWriter.Ending;
import dev.auricle.network.Shape;
import dev.auricle.network.Weights;
import dev.auricle.network.checkpoint.Checkpoint;
import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A published network: its layers, where they are filled from, and what it listens to.
 *
 * <pre>{@code
 * PublishedNetwork mn04 = PublishedNetworks.named("mn04");
 * Weights weights = mn04.fill(CheckpointReader.read(Path.of("mn04_as_mAP_432.pt")));
 * byte[] onnx = mn04.graph(weights);
 * }</pre>
 *
 * @param name such as {@code mn04}
 * @param blueprint the layers up to the scores, and where a file keeps their numbers
 * @param embedding how many of its first layers make the embedding, the last one pooling it over
 *     bands and time
 * @param levels how many of its first layers lie before the end of each block, the embedding among
 *     them
 * @param kind what it reads
 */
public record PublishedNetwork(
    String name, Blueprint blueprint, int embedding, List<Integer> levels, Kind kind) {
  /** Name of the graph's input. */
  public static final String FEATURES = "features";

  /** Name of the graph's output that holds the embedding. */
  public static final String EMBEDDING = "embedding";

  /** Name of the graph's output that holds the labels' scores, each in [0, 1]. */
  public static final String PROBABILITIES = "probabilities";

  public PublishedNetwork {
    levels = List.copyOf(levels);
  }

  /** What a network reads, and how its scores become probabilities. */
  public enum Kind {
    /** EfficientAT: {@code mn-mel} of any length, labels independent. */
    MN("mn-mel", Ending.SIGMOID),
    /** YAMNet: {@code yamnet-mel} of any length in patches, labels independent. */
    YAMNET("yamnet-mel", Ending.SIGMOID),
    /** A picture, one label. */
    IMAGE("", Ending.SOFTMAX);

    private final String frontEnd;
    private final Ending ending;

    Kind(String frontEnd, Ending ending) {
      this.frontEnd = frontEnd;
      this.ending = ending;
    }

    /** Name of the front-end that it reads; empty where none of ours makes it. */
    public String frontEnd() {
      return frontEnd;
    }

    /** How scores become probabilities. */
    public Ending ending() {
      return ending;
    }
  }

  /** All layers, up to the scores. */
  public Network network() {
    return blueprint.network();
  }

  /**
   * All layers for clips of another length than 10 s; the weights are the same. Training needs the
   * length that its clips have.
   *
   * @param frames of the log-mel; only for {@link Kind#MN}
   */
  public Network network(int frames) {
    if (kind != Kind.MN) {
      throw new IllegalArgumentException(name + " reads one size: " + network().input());
    }
    return new Network(Shape.of(network().input().axis(0), frames), network().chain());
  }

  /** How many of its first layers lie before the end of each block in front of the embedding. */
  public List<Integer> blocks() {
    return levels.stream().filter(level -> level < embedding).toList();
  }

  /** The layers that make the embedding; their weights have the same names as in the whole. */
  public Network body() {
    return first(embedding);
  }

  private Network first(int layers) {
    Network network = network();
    return new Network(network.input(), new Chain(network.chain().layers().subList(0, layers)));
  }

  /**
   * What it listens to.
   *
   * @throws AuricleException if it reads pictures
   */
  public FrontEnd frontEnd() {
    if (kind == Kind.IMAGE) {
      throw new AuricleException(
          name + " reads pictures, so it is no classifier of sounds; take mn04 or yamnet");
    }
    return FrontEnds.preset(kind.frontEnd());
  }

  /** Numbers in the embedding. */
  public int embeddingSize() {
    return network().shapes().get(embedding - 1).size();
  }

  /** Number of labels. */
  public int labels() {
    return network().output().size();
  }

  /**
   * The weights in a published file.
   *
   * @throws dev.auricle.signal.AuricleException if it is the file of another network
   */
  public Weights fill(Checkpoint checkpoint) {
    return blueprint.fill(checkpoint);
  }

  /**
   * The network as a classifier of sounds that is used like one's own: any length, every label with
   * a probability of its own.
   *
   * @param checkpoint its published file
   * @param origin where the file is from and under which licence, for {@code auricle show}
   * @throws dev.auricle.signal.AuricleException if it is the file of another network, or it reads
   *     pictures
   */
  public Bundle bundle(Checkpoint checkpoint, Map<String, Object> origin) {
    FrontEnd frontEnd = frontEnd();
    return new Bundle(
        name,
        new Preparation(frontEnd.sampleRate(), null, null),
        frontEnd,
        AudioSetLabels.of(this, checkpoint),
        kind.ending() == Ending.SIGMOID,
        graph(fill(checkpoint)),
        Map.of(),
        origin);
  }

  /**
   * The network as an ONNX model: {@link #FEATURES} in, {@link #EMBEDDING} and {@link
   * #PROBABILITIES} out. Shapes with {@code batch} first:
   *
   * <ul>
   *   <li>{@code mn}: {@code [batch, 128, frames]} to {@code [batch, 384]} (of {@code mn04}) and
   *       {@code [batch, 527]}; any number of frames.
   *   <li>YAMNet: {@code [batch, frames, 64]} to {@code [batch, patches, 1024]} and {@code [batch,
   *       521]}, the mean over patches; see {@link Patches}.
   *   <li>images: {@code [batch, 3, 224, 224]} to {@code [batch, 1024]} and {@code [batch, 1001]}.
   * </ul>
   */
  public byte[] graph(Weights weights) {
    OnnxGraph graph = new OnnxGraph(name);
    long[] input = network().input().after(OnnxGraph.BATCH);
    if (kind == Kind.MN) {
      input[2] = OnnxGraph.FRAMES;
    } else if (kind == Kind.YAMNET) {
      input = new long[] {OnnxGraph.BATCH, OnnxGraph.FRAMES, Patches.BANDS};
    }
    append(graph, weights, graph.input(FEATURES, input));
    return graph.bytes();
  }

  /**
   * Shape of what stands for a clip.
   *
   * @param frames that the network reads; a picture has its own
   */
  public int[] shape(Output output, int frames) {
    return switch (output) {
      case VECTOR -> new int[] {embeddingSize()};
      case SEQUENCE -> new int[] {embeddingSize(), steps(frames)};
      case LEVELS -> {
        List<Shape> shapes = network().shapes();
        yield new int[] {levels.stream().mapToInt(level -> shapes.get(level - 1).axis(0)).sum()};
      }
    };
  }

  /**
   * Vectors in a sequence: of YAMNet one a patch, of the others one a column before the pooling.
   */
  private int steps(int frames) {
    return switch (kind) {
      case YAMNET -> Patches.count(frames);
      case MN -> network(frames).shapes().get(embedding - 2).axis(2);
      case IMAGE -> network().shapes().get(embedding - 2).axis(2);
    };
  }

  /**
   * Adds an input and the layers that make the embedding to an empty graph.
   *
   * @param reads the front-end that makes the input, {@link #FEATURES}: the {@link
   *     Kind#frontEnd()}, or for a network of images any spectrogram in dB
   * @param output what of it; YAMNet's patches are averaged but for the sequence
   * @return name of the value: {@code batch} before {@link #shape}
   */
  public String embedding(OnnxGraph graph, Weights weights, FrontEnd reads, Output output) {
    int[] each = reads.shape(reads.sampleRate());
    boolean patched = kind == Kind.YAMNET;
    String features =
        patched
            ? graph.input(FEATURES, OnnxGraph.BATCH, OnnxGraph.FRAMES, each[1])
            : graph.input(FEATURES, OnnxGraph.BATCH, each[0], OnnxGraph.FRAMES);
    String value =
        switch (kind) {
          case MN -> features;
          case YAMNET -> Patches.cut(graph, features);
          case IMAGE -> Picture.draw(graph, features, network().input().axis(1));
        };
    boolean steps = output == Output.SEQUENCE && !patched;
    int deepest = output == Output.LEVELS ? levels.get(levels.size() - 1) : embedding;
    Network part = first(steps ? embedding - 1 : deepest);
    List<String> values = OnnxWriter.append(graph, part, weights.part(part), value);
    String last = values.get(values.size() - 1);
    if (steps) {
      return graph.mean(last, 2);
    }
    String embedded = output == Output.LEVELS ? levels(graph, part, values) : last;
    if (!patched) {
      return embedded;
    }
    String joined = Patches.join(graph, features, embedded, shape(output, 0)[0]);
    return output == Output.SEQUENCE
        ? graph.node("Transpose", List.of(joined), Attribute.integers("perm", 0, 2, 1))
        : graph.mean(joined, 1);
  }

  /** Every level's mean over what it has of bands and time. */
  private String levels(OnnxGraph graph, Network part, List<String> values) {
    List<String> means = new ArrayList<>();
    for (int level : levels) {
      String value = values.get(level - 1);
      boolean map = part.shapes().get(level - 1).rank() == 3;
      means.add(map ? graph.mean(value, 2, 3) : value);
    }
    return graph.node("Concat", means, Attribute.integer("axis", 1));
  }

  /**
   * Adds the network to a graph that is being built, with its outputs.
   *
   * @param features name of what it reads, of the shape that {@link #graph} states
   */
  public void append(OnnxGraph graph, Weights weights, String features) {
    boolean patched = kind == Kind.YAMNET;
    String value = patched ? Patches.cut(graph, features) : features;
    List<String> values = OnnxWriter.append(graph, network(), weights, value);
    String embedded = values.get(embedding - 1);
    String scored = OnnxWriter.end(graph, values.get(values.size() - 1), kind.ending());
    if (patched) {
      embedded = Patches.join(graph, features, embedded, embeddingSize());
      scored = graph.mean(Patches.join(graph, features, scored, labels()), 1);
      graph.output(EMBEDDING, embedded, OnnxGraph.BATCH, OnnxGraph.PATCHES, embeddingSize());
    } else {
      graph.output(EMBEDDING, embedded, OnnxGraph.BATCH, embeddingSize());
    }
    graph.output(PROBABILITIES, scored, OnnxGraph.BATCH, labels());
  }
}

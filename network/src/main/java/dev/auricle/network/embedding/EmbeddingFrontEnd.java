package dev.auricle.network.embedding;

import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.network.published.Output;
import dev.auricle.network.published.PublishedNetwork;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a published network makes of a clip, as features for another model: one vector, or a vector
 * for each step of time. The network's weights are looked for when the first clip is computed, so
 * that a recipe can be read where they are not.
 *
 * <p>A bundle does not hold this front-end: it holds the {@link #base} one, and {@link #compose}
 * puts the published network into its graph.
 */
public final class EmbeddingFrontEnd implements FrontEnd {
  private final String name;
  private final PublishedNetwork network;
  private final FrontEnd base;
  private final Output output;
  private final Backbone backbone;

  /**
   * A front-end.
   *
   * @param name of the preset
   * @param base what the published network reads, or what its picture is drawn from
   * @param output what of the network
   */
  EmbeddingFrontEnd(
      String name, PublishedNetwork network, FrontEnd base, Output output, Backbone backbone) {
    this.name = name;
    this.network = network;
    this.base = base;
    this.output = output;
    this.backbone = backbone;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int sampleRate() {
    return base.sampleRate();
  }

  /** What the published network itself reads. */
  public FrontEnd base() {
    return base;
  }

  @Override
  public int[] shape(int samples) {
    int[] read = base.shape(samples);
    int frames = read[network.kind() == PublishedNetwork.Kind.YAMNET ? 0 : 1];
    return network.shape(output, frames);
  }

  @Override
  public Features compute(float[] samples) {
    return embed(base.compute(samples));
  }

  /** What the network makes of a clip's features as {@link #base} gives them. */
  public Features embed(Features features) {
    return backbone.embed(this, features);
  }

  @Override
  public Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("output", output.word());
    options.put("weights", backbone.sha256());
    options.put("reads", base.name());
    options.putAll(base.options());
    return options;
  }

  @Override
  public List<String> columns() {
    int[] shape = shape(sampleRate());
    return shape.length > 1
        ? List.of()
        : IntStream.rangeClosed(1, shape[0]).mapToObj(i -> name + "_" + i).toList();
  }

  /**
   * One graph that reads {@link #base}'s features: the published network, and behind it a model of
   * its embedding.
   *
   * @param model graph that reads this front-end's features
   */
  public byte[] compose(byte[] model) {
    OnnxGraph graph = new OnnxGraph(name);
    graph.append(model, embedding(graph), "head/");
    return graph.bytes();
  }

  /** The published network alone, with one output. */
  byte[] graph(String called) {
    OnnxGraph graph = new OnnxGraph(name);
    String value = embedding(graph);
    long size = shape(sampleRate())[0];
    if (output == Output.SEQUENCE) {
      graph.output(called, value, OnnxGraph.BATCH, size, OnnxGraph.PATCHES);
    } else {
      graph.output(called, value, OnnxGraph.BATCH, size);
    }
    return graph.bytes();
  }

  private String embedding(OnnxGraph graph) {
    return network.embedding(graph, backbone.weights(), base, output);
  }
}

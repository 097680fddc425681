package dev.auricle.network.export;

import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.Json;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import java.util.List;
import java.util.Map;

/**
 * A bundle as one ONNX model that any ONNX Runtime runs: {@link #WAVEFORM} in, probabilities out.
 *
 * <p>{@code waveform} holds mono samples in [-1, 1] at the bundle's rate, {@code [batch, samples]},
 * or {@code [1, samples]} where the bundle trims silence. Trimming, level, length and front-end lie
 * inside; resampling does not. {@code probabilities} is {@code [batch, labels]}. Labels, rate and
 * what else a reader must know stand in the model's metadata.
 *
 * <p>Agrees with {@link dev.auricle.runtime.Classifier} to 1e-4 on sounds that it takes whole; in
 * longer ones it averages over windows, and this graph crops. A model of trees may differ by a
 * tree's vote where a feature lies on a threshold.
 */
public final class ExportedGraph {
  /** Name of the input. */
  public static final String WAVEFORM = "waveform";

  /** What of a bundle's provenance goes along. */
  private static final List<String> PROVENANCE =
      List.of("auricle", "created", "dataset", "publisher", "authors", "licence");

  private ExportedGraph() {}

  /**
   * The model.
   *
   * @throws AuricleException if the bundle's front-end has no form in ONNX
   */
  public static byte[] of(Bundle bundle) {
    OnnxGraph graph = new OnnxGraph(bundle.name());
    Sheet sheet = new Sheet(graph);
    Preparation preparation = bundle.preparation();
    long batch = preparation.trimDb() == null ? OnnxGraph.BATCH : 1;
    String samples = graph.input(WAVEFORM, batch, OnnxGraph.SAMPLES);
    String prepared = new PreparationGraph(sheet).apply(preparation, samples);
    graph.append(bundle.graph(), features(sheet, bundle.frontEnd(), prepared), "model/");
    metadata(graph, bundle);
    return graph.bytes();
  }

  private static String features(Sheet sheet, FrontEnd frontEnd, String samples) {
    FrontEndOptions options = FrontEndOptions.of(frontEnd);
    String kind = frontEnd.name().replaceFirst("-[0-9]+$", "");
    return switch (kind) {
      case "waveform" -> samples;
      case "logmel" -> new MelGraph(sheet, options).logMel(samples);
      case "mfcc" -> new MelGraph(sheet, options).mfcc(samples);
      case "mn-mel" -> new PublishedMelGraph(sheet, options).mn(samples);
      case "yamnet-mel" -> new PublishedMelGraph(sheet, options).yamnet(samples);
      default ->
          throw new AuricleException(
              "front-end "
                  + frontEnd.name()
                  + " cannot go into an ONNX graph: it searches for tempo, tuning, pitch peaks and"
                  + " medians, for which ONNX has no operators; expected waveform, logmel-*,"
                  + " mfcc-*, mn-mel or yamnet-mel. Train a recipe on one of those (cnn, or"
                  + " mn04-logistic for as few clips), or use the bundle from Java");
    };
  }

  private static void metadata(OnnxGraph graph, Bundle bundle) {
    graph.metadata("name", bundle.name());
    graph.metadata("labels", Json.line(bundle.labels()));
    graph.metadata("sample_rate", String.valueOf(bundle.preparation().sampleRate()));
    graph.metadata("multi_label", String.valueOf(bundle.multiLabel()));
    graph.metadata("thresholds", Json.line(bundle.thresholds()));
    graph.metadata("preparation", Json.line(bundle.preparation().describe()));
    graph.metadata("front_end", Json.line(FrontEnds.describe(bundle.frontEnd())));
    graph.metadata("evaluation", Json.line(bundle.evaluation()));
    for (Map.Entry<String, Object> entry : bundle.provenance().entrySet()) {
      if (PROVENANCE.contains(entry.getKey())) {
        graph.metadata(entry.getKey(), String.valueOf(entry.getValue()));
      }
    }
  }
}

package dev.auricle.app;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.network.export.ExportCheck;
import dev.auricle.network.export.ExportedGraph;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle export}: a bundle for programs in other languages. */
@Command(
    name = "export",
    description = "Writes a bundle as one ONNX graph: samples in, probabilities out.",
    footer = {
      "",
      "The graph holds trimming, level, length and front-end. What runs it gives mono",
      "samples at the rate that stands in its metadata, beside labels and scores.",
      "",
      "Bundles on descriptors (forest, the default of train, and other classical",
      "recipes) have no such graph. Train -r cnn, or -r mn04-logistic for few clips.",
      "",
      "Example:",
      "  auricle export digits.auricle --onnx digits.onnx"
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "BUNDLE", description = "A bundle (*.auricle).")
  private Path file = Path.of("");

  @Option(
      names = "--onnx",
      paramLabel = "FILE",
      required = true,
      description = "Where to write the graph.")
  private Path onnx = Path.of("");

  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Outputs.refuseInput(onnx, List.of(file), Specs.commandLine(spec));
    Bundle bundle = Bundle.read(file);
    byte[] graph = ExportedGraph.of(bundle);
    ExportCheck check = ExportCheck.run(bundle, graph, ExportCheck.sounds(bundle));
    try {
      WholeFile.writeOrThrow(onnx, temporary -> Files.write(temporary, graph));
    } catch (IOException e) {
      throw new AuricleException(onnx + " cannot be written: " + e, e);
    }
    if (options.json) {
      System.out.println(Json.pretty(forPrograms(bundle, graph, check)));
    } else {
      print(bundle, graph, check);
    }
    if (!(check.largest() <= ExportCheck.TOLERANCE)) {
      System.err.printf(
          Locale.ROOT,
          "warning: the graph's probabilities differ from the bundle's by up to %.1e on generated"
              + " sounds, more than %.0e; a model of trees does so where a feature lies on a"
              + " threshold%n",
          check.largest(),
          ExportCheck.TOLERANCE);
    }
    return 0;
  }

  private static List<Object> shape(Bundle bundle) {
    return List.of(bundle.preparation().trimDb() == null ? "batch" : 1, "samples");
  }

  private Map<String, Object> forPrograms(Bundle bundle, byte[] graph, ExportCheck check) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("onnx", onnx.toString());
    map.put("bytes", graph.length);
    map.put("input", ExportedGraph.WAVEFORM);
    map.put("shape", shape(bundle));
    map.put("sampleRate", bundle.preparation().sampleRate());
    map.put("labels", bundle.labels());
    map.put("largestDifference", check.largest());
    return map;
  }

  private void print(Bundle bundle, byte[] graph, ExportCheck check) {
    Preparation preparation = bundle.preparation();
    System.out.printf(
        Locale.ROOT, "wrote %s: %s, %.2f MB%n", onnx, bundle.name(), graph.length / 1e6);
    System.out.printf(
        Locale.ROOT,
        "in: %s %s, mono samples in [-1, 1] at %d Hz%s%n",
        ExportedGraph.WAVEFORM,
        shape(bundle),
        preparation.sampleRate(),
        preparation.length() < 0
            ? ""
            : ", brought to %.2f s inside".formatted(preparation.seconds()));
    System.out.printf(Locale.ROOT, "out: probabilities [batch, %d]%n", bundle.labels().size());
    System.out.printf(
        Locale.ROOT,
        "agrees with the bundle within %.1e on %d generated sounds%n",
        check.largest(),
        check.clips());
  }
}

package dev.auricle.app;

import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.FrontEnds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auricle show}: what is in a bundle. */
@Command(
    name = "show",
    description = "Shows what is in a bundle: labels, scores with their protocol, provenance.",
    footer = {"", "Example:", "  auricle show digits.auricle"})
final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "BUNDLE", description = "A bundle (*.auricle).")
  private Path file = Path.of("");

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    Bundle bundle = Bundle.read(file);
    if (options.json) {
      System.out.println(Json.pretty(forPrograms(bundle)));
    } else {
      print(bundle);
    }
    return 0;
  }

  private static Map<String, Object> forPrograms(Bundle bundle) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", bundle.name());
    map.put("labels", bundle.labels());
    map.put("multiLabel", bundle.multiLabel());
    map.put("thresholds", bundle.thresholds());
    map.put("preparation", bundle.preparation().describe());
    map.put("frontEnd", FrontEnds.describe(bundle.frontEnd()));
    map.put("graphBytes", bundle.graph().length);
    map.put("evaluation", bundle.evaluation());
    map.put("provenance", bundle.provenance());
    return map;
  }

  private static String thresholds(Bundle bundle) {
    List<String> words = new ArrayList<>();
    for (int k = 0; k < bundle.labels().size(); k++) {
      words.add(String.format(Locale.ROOT, "%s %.2f", bundle.labels().get(k), bundle.threshold(k)));
    }
    return String.join(", ", words) + " (below, the answer is unknown)";
  }

  private void print(Bundle bundle) {
    System.out.printf(
        Locale.ROOT,
        "%s (%s): %d labels, graph of %.2f MB; its self-test holds%n",
        file,
        bundle.name(),
        bundle.labels().size(),
        bundle.graph().length / 1e6);
    System.out.println("labels: " + String.join(", ", bundle.labels()));
    if (!bundle.thresholds().isEmpty()) {
      System.out.println("thresholds: " + thresholds(bundle));
    }
    System.out.println("preparation: " + words(bundle.preparation().describe()));
    System.out.println("front-end: " + words(FrontEnds.describe(bundle.frontEnd())));
    scores(bundle.evaluation());
    System.out.println("provenance:");
    bundle.provenance().forEach(this::line);
  }

  private static void scores(Map<String, Object> evaluation) {
    if (evaluation.get("accuracy") instanceof Number accuracy
        && evaluation.get("ci95") instanceof List<?> ci
        && ci.get(0) instanceof Number low
        && ci.get(1) instanceof Number high) {
      System.out.printf(
          Locale.ROOT,
          "accuracy: %s (95 %% interval %s to %s, over %ss)%n",
          ComparisonText.percent(accuracy.doubleValue()),
          ComparisonText.percent(low.doubleValue()),
          ComparisonText.percent(high.doubleValue()),
          evaluation.get("ciUnit"));
      System.out.println("protocol: " + evaluation.get("described"));
      if (evaluation.get("findings") instanceof List<?> findings) {
        findings.forEach(each -> System.out.println("careful: " + each));
      }
      System.out.println("model: " + evaluation.get("model"));
    } else {
      System.out.println("no evaluation");
    }
  }

  private void line(String key, Object value) {
    if (value instanceof List<?> list) {
      String what = key.endsWith("Groups") ? " groups" : " clips";
      System.out.println("  " + key + ": " + list.size() + what + ", known by SHA-256");
    } else if (value instanceof Map<?, ?> map) {
      System.out.println("  " + key + ": " + words(map));
    } else {
      System.out.println(
          "  " + key + ": " + String.valueOf(value).strip().replace("\n", "\n      "));
    }
  }

  private static String words(Map<?, ?> map) {
    StringBuilder text = new StringBuilder();
    map.forEach((k, v) -> text.append(text.isEmpty() ? "" : ", ").append(k).append(' ').append(v));
    return text.toString();
  }
}

package dev.auricle.app;

import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.store.WeightFile;
import dev.auricle.network.store.WeightFiles;
import dev.auricle.network.store.WeightStore;
import dev.auricle.runtime.Bundle;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auricle weights}: published networks' files. */
@Command(
    name = "weights",
    description = "Lists, fetches and shows the files of published networks.",
    footer = {
      "",
      "Files are looked for in the folder that AURICLE_WEIGHTS names, then in the",
      "cache (AURICLE_CACHE). One whose SHA-256 is not the published one is refused.",
      "",
      "Example:",
      "  auricle weights list",
      "  auricle weights get mn04",
      "  auricle weights show mn04_as_mAP_432.pt",
      "  auricle weights bundle mn04 -o mn04.auricle"
    })
final class WeightsCommand implements Runnable {
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public void run() {
    list(options);
  }

  @Command(name = "list", description = "Lists the files, and where they lie.")
  int listCommand(@Mixin RunOptions given) {
    list(given);
    return 0;
  }

  @Command(name = "get", description = "Fetches a network's file and prints where it lies.")
  int get(
      @Parameters(paramLabel = "NAME", description = "The network, such as mn04.") String name,
      @Mixin RunOptions given) {
    WeightFile file = WeightFiles.named(name);
    Path path = PublishedBundles.fetched(file, given);
    System.out.println(given.json ? Json.line(row(file, path.toString())) : path);
    return 0;
  }

  @Command(
      name = "bundle",
      description = "Writes a published network as a bundle, to be used like one's own.")
  int bundle(
      @Parameters(paramLabel = "NAME", description = "The network, such as mn04.") String name,
      @Option(
              names = {"-o", "--output"},
              required = true,
              paramLabel = "M.auricle",
              description = "Where to write it.")
          Path output,
      @Option(names = "--weights", paramLabel = "FILE", description = "The network's weights.")
          @Nullable Path weights,
      @Mixin RunOptions given) {
    Bundle bundle = PublishedBundles.of(name, weights, given);
    bundle.write(output);
    int labels = bundle.labels().size();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("bundle", output.toString());
    row.put("labels", labels);
    System.out.println(given.json ? Json.line(row) : output + ": " + labels + " labels");
    return 0;
  }

  @Command(
      name = "show",
      description = "Lists the tensors of a file: PyTorch, TFLite, safetensors or ONNX.")
  int show(
      @Parameters(paramLabel = "FILE", description = "The file.") Path file,
      @Mixin RunOptions given) {
    TensorList tensors = TensorList.of(CheckpointReader.read(file));
    System.out.print(given.json ? Json.pretty(tensors.forPrograms()) + "\n" : tensors.text());
    return 0;
  }

  private static void list(RunOptions options) {
    WeightStore store = WeightStore.usual();
    List<Map<String, Object>> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (WeightFile file : WeightFiles.all()) {
      String where = where(store, file);
      rows.add(row(file, where));
      text.append(
          String.format(
              Locale.ROOT,
              "%-13s %s%n              %s, %s, %s%n              %s%n              %s%n",
              file.name(),
              file.summary(),
              file.file(),
              file.bytes() < 0
                  ? "length and SHA-256 not known here"
                  : String.format(Locale.ROOT, "%.1f MB", file.bytes() / 1e6),
              file.licence(),
              file.address(),
              where == null ? "not on this machine" : where));
    }
    System.out.print(options.json ? Json.pretty(rows) + "\n" : text);
  }

  /** Where a file lies, or what is wrong with it; null where it has to be fetched. */
  private static @Nullable String where(WeightStore store, WeightFile file) {
    try {
      Path path = store.present(file);
      return path == null ? null : path.toString();
    } catch (AuricleException e) {
      return e.getMessage();
    }
  }

  private static Map<String, Object> row(WeightFile file, @Nullable String where) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", file.name());
    row.put("network", file.summary());
    row.put("file", file.file());
    row.put("address", file.address().toString());
    row.put("inside", file.inside());
    row.put("bytes", file.bytes() < 0 ? null : file.bytes());
    row.put("sha256", file.sha256());
    row.put("licence", file.licence());
    row.put("authors", file.authors());
    row.put("path", where);
    return row;
  }
}

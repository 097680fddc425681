package dev.auricle.bench.accuracy;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.RecipeResult;
import dev.auricle.learn.experiment.Stages;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every built-in recipe on every dataset, on a few clips of each label and with one epoch for
 * networks: {@code EveryRecipe DATA [CLIPS-A-LABEL [DATASET…]]}. Shows that each runs from sound to
 * bundle, not what it is worth. Prints a Markdown table of accuracies; what fails is named, and the
 * exit code is 1.
 */
public final class EveryRecipe {
  private static final List<String> DATASETS =
      List.of(
          "ESC-50", "FSDD/recordings", "instruments", "speech-music-animal-vehicle", "broadcast");

  private EveryRecipe() {}

  public static void main(String[] args) {
    Path data = Path.of(args[0]);
    int clips = args.length > 1 ? Integer.parseInt(args[1]) : 6;
    Map<String, List<String>> rows = new LinkedHashMap<>();
    Recipes.names().forEach(name -> rows.put(name, new ArrayList<>()));
    List<String> failures = new ArrayList<>();
    List<String> wanted = args.length > 2 ? List.of(args).subList(2, args.length) : DATASETS;
    for (String name : wanted) {
      Path folder = data.resolve(name);
      Dataset dataset = name.equals("broadcast") ? broadcast(folder) : Layouts.open(folder);
      run(few(dataset, clips), rows, failures);
    }
    System.out.println("| recipe | " + String.join(" | ", wanted) + " |");
    System.out.println("|---|" + "---|".repeat(wanted.size()));
    rows.forEach(
        (recipe, cells) ->
            System.out.println("| " + recipe + " | " + String.join(" | ", cells) + " |"));
    failures.forEach(System.out::println);
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  private static void run(Dataset dataset, Map<String, List<String>> rows, List<String> failures) {
    Protocol protocol = Protocol.parse("kfold:2", 42);
    Recipe first = brief(rows.keySet().iterator().next());
    try (Experiment experiment = Experiment.open(dataset, protocol, first, 2, Stages.NONE)) {
      for (Map.Entry<String, List<String>> row : rows.entrySet()) {
        String cell = "fails";
        try {
          RecipeResult result = experiment.judge(brief(row.getKey()));
          Path file = Files.createTempFile("auricle-", ".auricle");
          experiment.bundle(result).write(file); // which classifies its self-test
          cell = String.format(Locale.ROOT, "%.0f %%", 100 * result.test().accuracy());
          Files.delete(file);
        } catch (Exception e) {
          failures.add(dataset.name() + ", " + row.getKey() + ": " + e);
        }
        row.getValue().add(cell);
        System.err.println(dataset.name() + " " + row.getKey() + " " + cell);
      }
    }
  }

  /** The stretches of a programme, each for itself. */
  private static Dataset broadcast(Path folder) {
    List<Example> stretches = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(folder.resolve("broadcast.csv"));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",");
        double start = Double.parseDouble(cells[0]);
        double end = Double.parseDouble(cells[1]);
        String id = "broadcast.ogg#" + cells[0] + "-" + cells[1];
        Path file = folder.resolve("broadcast.ogg");
        stretches.add(new Example(id, file, start, end, List.of(cells[2]), id, null, null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> labels = stretches.stream().map(Example::label).distinct().sorted().toList();
    Protocol usual = Protocol.of(Protocol.Kind.KFOLD);
    return new Dataset(
        "broadcast", folder, "stretches", "", stretches, labels, "clip", usual, List.of());
  }

  /** Some clips of each label, of as many groups as there are. */
  private static Dataset few(Dataset all, int clips) {
    List<Example> kept = new ArrayList<>();
    for (String label : all.labels()) {
      Map<String, List<Example>> byGroup = new LinkedHashMap<>();
      for (Example example : all.examples()) {
        if (example.label().equals(label)) {
          byGroup.computeIfAbsent(example.group(), group -> new ArrayList<>()).add(example);
        }
      }
      int before = kept.size();
      for (int turn = 0; kept.size() - before < clips && turn < clips; turn++) {
        for (List<Example> group : byGroup.values()) {
          if (turn < group.size() && kept.size() - before < clips) {
            kept.add(group.get(turn));
          }
        }
      }
    }
    return new Dataset(
        all.name(),
        all.root(),
        all.layout(),
        all.description(),
        List.copyOf(kept),
        all.labels(),
        all.groupName(),
        all.defaultProtocol(),
        all.warnings());
  }

  /** The recipe, with one epoch if it is a network's. */
  private static Recipe brief(String name) {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(Recipes.yaml(name));
    if (!(loaded instanceof Map<?, ?> top)
        || !(top.get("training") instanceof Map<?, ?> training)) {
      return Recipes.load(name);
    }
    Map<Object, Object> shorter = new LinkedHashMap<>(training);
    List.of("presentations", "min-epochs", "max-epochs").forEach(shorter::remove);
    shorter.put("epochs", 1);
    Map<Object, Object> recipe = new LinkedHashMap<>(top);
    recipe.put("training", shorter);
    String yaml = new Dump(DumpSettings.builder().build()).dumpToString(recipe);
    return Recipes.parse(yaml, name + ".yaml");
  }
}

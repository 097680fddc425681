package dev.auricle.app;

import dev.auricle.data.Layouts;
import dev.auricle.data.audioset.Choice;
import dev.auricle.data.audioset.Clip;
import dev.auricle.data.audioset.ClipDownload;
import dev.auricle.data.audioset.Ontology;
import dev.auricle.data.audioset.Programs;
import dev.auricle.learn.training.TrainingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code auricle data get audioset}: clips of chosen classes. */
final class AudioSetGet implements Callable<Integer> {
  private static final int REASONS = 10;

  private final AudioSetOptions wanted;
  private final RunOptions options;
  private final Path folder;
  private final boolean yes;
  private final CommandLine command;

  AudioSetGet(
      AudioSetOptions wanted, RunOptions options, Path folder, boolean yes, CommandLine command) {
    this.wanted = wanted;
    this.options = options;
    this.folder = folder;
    this.yes = yes;
    this.command = command;
  }

  @Override
  public Integer call() {
    if (wanted.classes.isEmpty()) {
      throw new ParameterException(
          command, "name the classes, as in --classes Speech,Music,Animal,Vehicle");
    }
    if (wanted.perClass < 1) {
      throw new ParameterException(command, "--per-class must be at least 1");
    }
    List<String> lists = wanted.segments.isEmpty() ? List.of("balanced_train") : wanted.segments;
    say(
        "AudioSet: clips of "
            + String.join(", ", wanted.classes.stream().map(String::strip).toList()));
    say("  licence     " + CorpusText.AUDIOSET_LICENCE);
    say("  cite        J. F. Gemmeke et al., \"Audio Set: An ontology and human-labeled dataset");
    say("              for audio events\", ICASSP 2017");
    if (!Consent.given(yes, "Bring them into " + folder + "?", command)) {
      System.err.println("nothing was downloaded");
      return 1;
    }
    AudioSetFiles files = new AudioSetFiles(folder.resolve("lists"), options);
    Ontology ontology = files.ontology(wanted.ontology, lists);
    Choice choice =
        Choice.draw(files.segments(lists), ontology.rollUp(classes(ontology)), options.seed);
    describe(choice);
    ClipDownload download = new ClipDownload(choice, wanted.perClass, folder);
    Programs programs = Programs.onPath();
    return programs.missing().isEmpty()
        ? bring(download, programs)
        : manifestOnly(download, programs);
  }

  /** The classes named, in any case or by id; names may hold commas. */
  private List<String> classes(Ontology ontology) {
    Set<String> known =
        ontology.classes().stream()
            .map(c -> c.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return List.copyOf(
        Labels.joined(wanted.classes, name -> known.contains(name.toLowerCase(Locale.ROOT))));
  }

  private void say(String line) {
    if (!options.quiet || !yes) {
      System.err.println(line);
    }
  }

  private void describe(Choice choice) {
    choice
        .draws()
        .forEach(
            (label, drawn) ->
                say(
                    "  %-11s %,d segments to choose from%s"
                        .formatted(
                            label,
                            drawn.size(),
                            drawn.size() < wanted.perClass ? ": fewer than asked for" : "")));
    say("  %,d segments carry two of the classes and are left out".formatted(choice.ambiguous()));
  }

  private int manifestOnly(ClipDownload download, Programs programs) {
    Map<String, Integer> counts = download.writeManifest();
    Path manifest = folder.resolve("manifest.csv");
    if (options.json) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("manifest", manifest.toString());
      map.put("chosen", counts);
      map.put("missingPrograms", programs.missing());
      System.out.println(Json.pretty(map));
    } else {
      System.out.println("wrote the choice to " + manifest + ": " + counts);
    }
    System.err.println("no clip was downloaded; install these, then give the same command again:");
    programs.missing().forEach(program -> System.err.println("  " + program));
    return 1;
  }

  private int bring(ClipDownload download, Programs programs) {
    ClipDownload.Result result;
    try (Progress progress = new Progress(options.quiet)) {
      TrainingContext.Progress shown =
          progress.enter("bringing " + wanted.perClass + " clips of each class");
      result =
          download.run(
              programs,
              options.threads,
              wanted.retry,
              (had, all, failed) ->
                  shown.step(
                      Math.min(had, all), all, failed == 0 ? "" : failed + " not to be had"));
    }
    int had = result.had().values().stream().mapToInt(Integer::intValue).sum();
    if (options.json) {
      json(result);
    } else {
      table(result);
      if (had > 0) {
        System.out.println(folder + ": " + Layouts.open(folder).description());
        System.out.println("next: auricle inspect " + folder);
      }
    }
    if (result.stopped()) {
      System.err.println(
          "stopped: the network fails, or YouTube refuses for now; the same command goes on later");
    }
    boolean all = result.had().values().stream().allMatch(n -> n >= wanted.perClass);
    return had == 0 ? 1 : all ? 0 : 3;
  }

  private void table(ClipDownload.Result result) {
    TextTable table = new TextTable("class", "had", "wanted", "not to be had");
    result
        .had()
        .forEach(
            (label, n) ->
                table.add(
                    label,
                    Integer.toString(n),
                    Integer.toString(wanted.perClass),
                    Long.toString(
                        result.failures().keySet().stream()
                            .filter(clip -> clip.label().equals(label))
                            .count())));
    System.out.print(table);
    if (!result.failures().isEmpty()) {
      System.out.println("why (each clip in " + folder.resolve("failed.tsv") + "):");
      reasons(result).stream()
          .limit(REASONS)
          .forEach(e -> System.out.printf("%6d  %s%n", e.getValue(), e.getKey()));
    }
  }

  /** Reasons, the most frequent first. */
  private static List<Map.Entry<String, Integer>> reasons(ClipDownload.Result result) {
    Map<String, Integer> counts = new TreeMap<>();
    result.failures().values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    return sorted;
  }

  private void json(ClipDownload.Result result) {
    List<Map<String, String>> failures = new ArrayList<>();
    for (Map.Entry<Clip, String> e : result.failures().entrySet()) {
      Clip clip = e.getKey();
      failures.add(Map.of("clip", clip.name(), "label", clip.label(), "reason", e.getValue()));
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("folder", folder.toString());
    map.put("had", result.had());
    map.put("wantedPerClass", wanted.perClass);
    map.put("failures", failures);
    map.put("stopped", result.stopped());
    System.out.println(Json.pretty(map));
  }
}

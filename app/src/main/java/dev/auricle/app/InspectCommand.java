package dev.auricle.app;

import dev.auricle.audio.AudioInfo;
import dev.auricle.audio.AudioReader;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Layouts;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auricle inspect}: what is in a dataset. */
@Command(
    name = "inspect",
    description = "Says what is in a dataset, and what looks wrong.",
    footer = {"", "Example:", "  auricle inspect sounds/"})
final class InspectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DATA", description = "A folder of sounds, or a manifest.")
  private Path data = Path.of("");

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    Dataset dataset = Layouts.open(data);
    Map<String, Integer> clips = new TreeMap<>();
    Map<String, Integer> formats = new TreeMap<>();
    List<Double> seconds = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Example example : dataset.examples()) {
      example.labels().forEach(label -> clips.merge(label, 1, Integer::sum));
      try {
        AudioInfo info = AudioReader.probe(example.path());
        formats.merge(
            info.codec() + " " + info.sampleRate() + " Hz, " + info.channels() + " ch",
            1,
            Integer::sum);
        seconds.add(info.seconds());
      } catch (AuricleException e) {
        unreadable.add(String.valueOf(e.getMessage()));
      }
    }
    Collections.sort(seconds);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dataset", dataset.name());
    map.put("layout", dataset.layout());
    map.put("description", dataset.description());
    map.put("clips", dataset.examples().size());
    map.put("groups", dataset.examples().stream().map(Example::group).distinct().count());
    map.put("groupName", dataset.groupName());
    map.put("defaultProtocol", dataset.defaultProtocol().words());
    map.put("clipsPerLabel", clips);
    map.put("formats", formats);
    map.put("secondsTotal", seconds.stream().mapToDouble(s -> s).sum());
    map.put("secondsMedian", seconds.isEmpty() ? null : seconds.get(seconds.size() / 2));
    map.put("unreadable", unreadable);
    map.put("warnings", dataset.warnings());
    if (options.json) {
      System.out.println(Json.pretty(map));
    } else {
      print(dataset, map, seconds);
    }
    return unreadable.isEmpty() ? 0 : unreadable.size() == dataset.examples().size() ? 1 : 3;
  }

  private static void print(Dataset dataset, Map<String, Object> map, List<Double> seconds) {
    System.out.println(dataset.description());
    System.out.println("clips per label: " + map.get("clipsPerLabel"));
    System.out.println("formats: " + map.get("formats"));
    if (!seconds.isEmpty()) {
      System.out.printf(
          Locale.ROOT,
          "seconds: %.2f to %.2f, median %.2f, %.0f in all%n",
          seconds.get(0),
          seconds.get(seconds.size() - 1),
          seconds.get(seconds.size() / 2),
          seconds.stream().mapToDouble(s -> s).sum());
    }
    System.out.println("default protocol: " + dataset.defaultProtocol().describe(dataset));
    Announcement.warnings(dataset.warnings());
    if (map.get("unreadable") instanceof List<?> list && !list.isEmpty()) {
      System.out.println(list.size() + " clips cannot be read:");
      list.stream().limit(5).forEach(line -> System.out.println("  " + line));
    }
  }
}

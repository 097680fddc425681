package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.FileFacts;
import dev.auricle.data.audit.Findings;
import dev.auricle.data.audit.Leak;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** An inspection for people and for programs. */
final class InspectText {
  private static final int SHOWN = 10;

  private InspectText() {}

  static String forPeople(
      Dataset dataset, Protocol protocol, Map<String, Integer> clips, Findings findings) {
    StringBuilder text = new StringBuilder(dataset.description()).append('\n');
    line(text, "labels", labels(clips));
    long groups = dataset.examples().stream().map(Example::group).distinct().count();
    if (dataset.grouped()) {
      line(text, "groups", groups + " (" + dataset.groupName() + ")");
    }
    facts(text, findings.facts());
    line(text, "protocol", protocol.describe(dataset));
    some(text, "warnings", dataset.warnings());
    some(
        text,
        "cannot be read",
        findings.unreadable().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList());
    leaks(text, "leaks on both sides of the protocol", findings.crossing());
    leaks(
        text,
        "not independent, but on one side",
        findings.leaks().stream().filter(leak -> !leak.crosses()).toList());
    if (findings.leaks().isEmpty()) {
      line(text, "leaks", findings.complete() ? "none found" : "none found without decoding");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("%-10s %s%n", name, value));
  }

  private static String labels(Map<String, Integer> clips) {
    int least = clips.values().stream().min(Integer::compare).orElse(0);
    int most = clips.values().stream().max(Integer::compare).orElse(0);
    if (least == most) {
      return clips.size() + ", " + least + " clips each: " + String.join(", ", clips.keySet());
    }
    return clips.size()
        + ": "
        + clips.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
  }

  private static void facts(StringBuilder text, List<FileFacts> facts) {
    if (facts.isEmpty()) {
      return;
    }
    Map<String, Integer> formats = new TreeMap<>();
    for (FileFacts f : facts) {
      String bits = f.bits() > 0 ? ", " + f.bits() + " bits" : "";
      formats.merge(
          f.codec() + " " + f.sampleRate() + " Hz, " + f.channels() + " ch" + bits,
          1,
          Integer::sum);
    }
    formats.forEach((format, n) -> line(text, "format", n + " × " + format));
    double total = facts.stream().mapToDouble(FileFacts::seconds).sum();
    line(
        text,
        "seconds",
        spread(facts, FileFacts::seconds, "%.2f")
            + String.format(Locale.ROOT, "; %.0f in all", total));
    line(text, "level", spread(facts, FileFacts::rms, "%.0f") + " dB re full scale");
    line(text, "bandwidth", spread(facts, FileFacts::bandwidth, "%.0f") + " Hz");
    long silent = facts.stream().filter(FileFacts::silent).count();
    long clipped = facts.stream().filter(FileFacts::isClipped).count();
    long offset = facts.stream().filter(FileFacts::hasDc).count();
    line(text, "odd", silent + " silent, " + clipped + " clipped, " + offset + " with a DC offset");
  }

  private static String spread(
      List<FileFacts> facts, ToDoubleFunction<FileFacts> value, String form) {
    double[] sorted = facts.stream().mapToDouble(value).sorted().toArray();
    return String.format(
        Locale.ROOT,
        form + " to " + form + ", median " + form,
        sorted[0],
        sorted[sorted.length - 1],
        sorted[sorted.length / 2]);
  }

  private static void leaks(StringBuilder text, String heading, List<Leak> leaks) {
    some(
        text,
        heading,
        leaks.stream()
            .map(
                leak ->
                    leak.kind().words()
                        + " ("
                        + leak.what()
                        + "), "
                        + leak.sides()
                        + ": "
                        + String.join(", ", leak.ids().subList(0, Math.min(4, leak.ids().size())))
                        + (leak.ids().size() > 4 ? " and " + (leak.ids().size() - 4) + " more" : "")
                        + (leak.labelsDiffer() ? "; their labels differ" : ""))
            .toList());
  }

  private static void some(StringBuilder text, String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.append(heading).append(" (").append(lines.size()).append("):\n");
    lines.stream().limit(SHOWN).forEach(line -> text.append("  ").append(line).append('\n'));
    if (lines.size() > SHOWN) {
      text.append("  ... and ").append(lines.size() - SHOWN).append(" more (--json lists all)\n");
    }
  }

  static Map<String, Object> forPrograms(
      Dataset dataset, Protocol protocol, Map<String, Integer> clips, Findings findings) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dataset", dataset.name());
    map.put("layout", dataset.layout());
    map.put("description", dataset.description());
    map.put("clips", dataset.examples().size());
    map.put("groups", dataset.examples().stream().map(Example::group).distinct().count());
    map.put("groupName", dataset.groupName());
    map.put("protocol", protocol.words());
    map.put("clipsPerLabel", clips);
    map.put("complete", findings.complete());
    map.put("leaks", findings.leaks().stream().map(InspectText::leak).toList());
    map.put("files", findings.facts().stream().map(InspectText::fact).toList());
    map.put("unreadable", findings.unreadable());
    map.put("warnings", dataset.warnings());
    return map;
  }

  private static Map<String, Object> leak(Leak leak) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", leak.kind().words());
    map.put("what", leak.what());
    map.put("crosses", leak.crosses());
    map.put("sides", leak.sides());
    map.put("labelsDiffer", leak.labelsDiffer());
    map.put("clips", leak.ids());
    return map;
  }

  private static Map<String, Object> fact(FileFacts f) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("clip", f.id());
    map.put("seconds", f.seconds());
    map.put("codec", f.codec());
    map.put("sampleRate", f.sampleRate());
    map.put("channels", f.channels());
    map.put("bits", f.bits());
    map.put("peak", f.peak());
    map.put("rmsDb", f.rms());
    map.put("dc", f.dc());
    map.put("clippedShare", f.clipped());
    map.put("leadingSilence", f.leadingSilence());
    map.put("trailingSilence", f.trailingSilence());
    map.put("noiseFloorDb", f.noiseFloor());
    map.put("bandwidthHz", f.bandwidth());
    return map;
  }
}

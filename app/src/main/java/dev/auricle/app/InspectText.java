package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Licences;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.FileFacts;
import dev.auricle.data.audit.Findings;
import dev.auricle.data.audit.Leak;
import dev.auricle.learn.inspection.Inspection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** An inspection for people. */
final class InspectText {
  private static final int SHOWN = 10;

  private InspectText() {}

  /**
   * An inspection as text.
   *
   * @param everyCue true lists what each cue tells, give-away or not
   */
  static String of(Inspection inspection, boolean everyCue) {
    Dataset dataset = inspection.dataset();
    Findings findings = inspection.findings();
    StringBuilder text = new StringBuilder(dataset.description()).append('\n');
    line(text, "labels", labels(inspection.clipsPerLabel()));
    if (dataset.grouped()) {
      line(text, "groups", inspection.groups() + " (" + dataset.groupName() + ")");
    }
    Licences.of(dataset).forEach(licence -> line(text, "licence", licence));
    facts(text, findings.facts());
    line(
        text,
        "protocol",
        inspection.protocol().kind() == Protocol.Kind.BUNDLE
            ? "none"
            : inspection.protocol().describe(dataset));
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
    ShortcutText.write(text, inspection.shortcuts(), everyCue);
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("%-10s %s%n", name, value));
  }

  private static String labels(Map<String, Integer> clips) {
    int least = clips.values().stream().min(Integer::compare).orElse(0);
    int most = clips.values().stream().max(Integer::compare).orElse(0);
    if (least == most) {
      return clips.size()
          + ", "
          + least
          + (least == 1 ? " clip" : " clips")
          + " each: "
          + String.join(", ", clips.keySet());
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
}

package dev.auricle.learn.report;

import dev.auricle.data.audit.FileFacts;
import dev.auricle.learn.inspection.Inspection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What is in a dataset: labels, formats, and how lengths, levels and the like are spread. */
final class ContentPart {
  private static final int LABELS = 60;
  private static final int COLUMNS = 24;

  private ContentPart() {}

  static void write(Html html, Inspection inspection) {
    html.open("section", "id", "content").element("h2", "What is in it");
    labels(html, inspection);
    List<FileFacts> facts = inspection.findings().facts();
    if (!facts.isEmpty()) {
      formats(html, facts);
      spreads(html, facts);
    }
    html.close();
  }

  private static void labels(Html html, Inspection inspection) {
    List<Map.Entry<String, Integer>> clips =
        inspection.clipsPerLabel().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    int most = clips.get(0).getValue();
    int least = clips.get(clips.size() - 1).getValue();
    html.open("div", "class", "part").element("h3", "Clips of each label");
    html.element(
        "p",
        most == least
            ? "All " + clips.size() + " labels have " + Figures.count(most, "clip") + "."
            : "From "
                + Figures.count(least)
                + " to "
                + Figures.count(most, "clip")
                + " a label; the most frequent has "
                + Figures.three((double) most / least)
                + " times as many as the rarest.",
        "class",
        "note");
    html.open("ul", "class", "importance balance");
    for (Map.Entry<String, Integer> label : clips.subList(0, Math.min(LABELS, clips.size()))) {
      html.open("li").element("span", label.getKey());
      html.open("i", "style", "--v:" + Figures.decimal((double) label.getValue() / most, 3))
          .close();
      html.element("b", Figures.count(label.getValue())).close();
    }
    html.close();
    if (clips.size() > LABELS) {
      html.element(
          "p", "… and " + Figures.count(clips.size() - LABELS, "rarer label"), "class", "note");
    }
    html.close();
  }

  private static void formats(Html html, List<FileFacts> facts) {
    Map<String, Integer> formats = new TreeMap<>();
    for (FileFacts f : facts) {
      formats.merge(
          f.codec()
              + "\t"
              + Figures.count(f.sampleRate())
              + "\t"
              + f.channels()
              + "\t"
              + (f.bits() > 0 ? f.bits() : "–"),
          1,
          Integer::sum);
    }
    html.open("div", "class", "part").element("h3", "Formats");
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Formats");
    html.open("table", "class", "classes").open("thead").open("tr");
    for (String name : List.of("Codec", "Rate in Hz", "Channels", "Bits", "Clips")) {
      html.element("th", name, "scope", "col");
    }
    html.close().close().open("tbody");
    formats.forEach(
        (format, clips) -> {
          html.open("tr");
          for (String cell : format.split("\t")) {
            html.element("td", cell);
          }
          html.element("td", Figures.count(clips)).close();
        });
    html.close().close().close().close();
  }

  private static void spreads(Html html, List<FileFacts> facts) {
    html.open("div", "class", "part").element("h3", "How they are spread");
    html.element("p", "The higher a bar, the more clips.", "class", "note");
    html.open("div", "class", "plots");
    spread(html, facts, "duration in s", FileFacts::seconds);
    spread(html, facts, "level in dB re full scale", FileFacts::rms);
    spread(html, facts, "peak (1 is full scale)", FileFacts::peak);
    spread(html, facts, "noise floor in dB", FileFacts::noiseFloor);
    spread(html, facts, "bandwidth in kHz", f -> f.bandwidth() / 1000);
    spread(html, facts, "silence ahead in s", FileFacts::leadingSilence);
    spread(html, facts, "DC offset", FileFacts::dc);
    spread(html, facts, "clipped samples in %", f -> 100 * f.clipped());
    html.close().close();
  }

  private static void spread(
      Html html, List<FileFacts> facts, String name, ToDoubleFunction<FileFacts> value) {
    double[] sorted = facts.stream().mapToDouble(value).sorted().toArray();
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    if (high - low < 1e-9) {
      html.element("p", name + ": " + Figures.three(low) + " in every clip", "class", "note");
      return;
    }
    int[] counts = new int[COLUMNS];
    for (double x : sorted) {
      counts[(int) Math.min(COLUMNS - 1, COLUMNS * (x - low) / (high - low))]++;
    }
    int most = Arrays.stream(counts).max().orElse(1);
    String words =
        "%s: %s to %s, median %s"
            .formatted(
                name,
                Figures.three(low),
                Figures.three(high),
                Figures.three(sorted[sorted.length / 2]));
    Plot plot = Plot.open(html, words, name, "", new double[] {low, high}, new double[] {0, most});
    for (int c = 0; c < COLUMNS; c++) {
      if (counts[c] > 0) {
        double from = low + c * (high - low) / COLUMNS;
        double to = low + (c + 1) * (high - low) / COLUMNS;
        String title =
            "%s to %s: %s"
                .formatted(
                    Figures.three(from), Figures.three(to), Figures.count(counts[c], "clip"));
        plot.column("test", from, to, counts[c], title);
      }
    }
    plot.close();
  }
}

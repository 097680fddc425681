package dev.auricle.learn.report;

import dev.auricle.data.Example;
import dev.auricle.data.audit.Leak;
import dev.auricle.learn.inspection.Inspection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The leaks, each with its clips; the script makes them cards to hear. */
final class LeakList {
  /** Clips of one leak that are shown. */
  private static final int CLIPS = 4;

  /** Leaks of one kind that are shown: a page is for looking, {@code --json} has them all. */
  private static final int LEAKS = 60;

  private final Inspection inspection;
  private final Map<String, ClipMedia> media;
  private final boolean heard;
  private final Map<String, Example> examples = new HashMap<>();
  private final List<Map<String, Object>> clips = new ArrayList<>();
  private final List<Map<String, Object>> rows = new ArrayList<>();

  LeakList(Inspection inspection, Map<String, ClipMedia> media, boolean heard) {
    this.inspection = inspection;
    this.media = media;
    this.heard = heard;
    inspection.dataset().examples().forEach(e -> examples.put(e.id(), e));
  }

  /** Ids of a leak's clips that the page shows. */
  static List<String> shown(Leak leak) {
    return leak.ids().subList(0, Math.min(CLIPS, leak.ids().size()));
  }

  void write(Html html) {
    List<Leak> leaks = inspection.findings().leaks();
    html.open("section", "id", "leaks").element("h2", "Leaks");
    if (leaks.isEmpty()) {
      html.element("p", "No two clips were found to hold the same sound or source.").close();
      return;
    }
    part(
        html,
        "On both sides of the protocol",
        "Each puts a tested clip, or its like, before the model in training. Keep all of its clips"
            + " on one side: give them one group (--group-by), or leave all but one out.",
        leaks.stream().filter(Leak::crosses).toList(),
        true);
    part(
        html,
        "Not independent, but on one side",
        "These do not flatter a score under this protocol; under another they may.",
        leaks.stream().filter(leak -> !leak.crosses()).toList(),
        false);
    html.close();
  }

  private void part(Html html, String heading, String note, List<Leak> leaks, boolean open) {
    if (leaks.isEmpty()) {
      return;
    }
    html.open(
        "details",
        open ? new String[] {"class", "part", "open", ""} : new String[] {"class", "part"});
    html.element("summary", heading + " (" + Figures.count(leaks.size()) + ")");
    html.element("p", note, "class", "note");
    leaks.stream().limit(LEAKS).forEach(leak -> leak(html, leak));
    if (leaks.size() > LEAKS) {
      html.element(
          "p",
          "… and " + Figures.count(leaks.size() - LEAKS) + " more, which --json lists.",
          "class",
          "note");
    }
    html.close();
  }

  private void leak(Html html, Leak leak) {
    html.open("div", "class", "leak");
    html.open("h4").text(leak.kind().words() + ", " + leak.sides()).close();
    html.element(
        "p", leak.what() + (leak.labelsDiffer() ? "; their labels differ" : ""), "class", "note");
    html.open("ul", "class", heard ? "cards" : "names");
    for (String id : shown(leak)) {
      String[] attributes =
          heard
              ? new String[] {"data-list", "0", "data-row", String.valueOf(rows.size())}
              : new String[0];
      html.open("li", attributes).element("b", id).text(" · " + words(id)).close();
      if (heard) {
        rows.add(Map.of("c", clips.size(), "t", List.of(), "g", -1, "s", List.of()));
        clips.add(clip(id));
      }
    }
    html.close();
    int more = leak.ids().size() - CLIPS;
    if (more > 0) {
      html.element("p", "and " + Figures.count(more, "more clip"), "class", "note");
    }
    html.close();
  }

  /** Labels, and where the publisher puts the clip. */
  private String words(String id) {
    Example example = examples.get(id);
    if (example == null) {
      return "";
    }
    Stream<String> place =
        Stream.of(example.split(), example.fold() == null ? null : "fold " + example.fold())
            .flatMap(Stream::ofNullable);
    return Stream.concat(Stream.of(String.join(", ", example.labels())), place)
        .reduce((a, b) -> a + " · " + b)
        .orElse("");
  }

  private Map<String, Object> clip(String id) {
    Map<String, Object> json = new LinkedHashMap<>(ClipData.clip(id, null, media.get(id)));
    json.put("l", words(id));
    return json;
  }

  /** The clips and rows, as {@code report.js} reads them. */
  String json() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("labels", List.of());
    data.put("groupNoun", "");
    data.put("lists", List.of(Map.of("name", "leaks", "rows", rows)));
    data.put("clips", clips);
    return new JsonMapper().writeValueAsString(data).replace("<", "\\u003c");
  }
}

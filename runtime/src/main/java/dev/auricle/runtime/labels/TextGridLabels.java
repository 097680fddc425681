package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Praat's TextGrid, in the long text form; the short one is read too. Each label has a tier of its
 * own, because a tier's intervals cannot overlap; events of one label that do get a second tier.
 * Point tiers are skipped.
 */
final class TextGridLabels implements LabelCodec {
  @Override
  public String write(SoundEvents sound) {
    List<List<Event>> tiers = tiers(sound.events());
    String end = Numbers.time(sound.seconds());
    StringBuilder text =
        new StringBuilder("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n");
    text.append("\nxmin = 0\nxmax = ").append(end);
    text.append("\ntiers? <exists>\nsize = ").append(tiers.size()).append("\nitem []:\n");
    for (int i = 0; i < tiers.size(); i++) {
      List<Event> intervals = filled(tiers.get(i), sound.seconds());
      text.append("    item [").append(i + 1).append("]:\n        class = \"IntervalTier\"\n");
      text.append("        name = ").append(quoted(tiers.get(i).get(0).label()));
      text.append("\n        xmin = 0\n        xmax = ").append(end);
      text.append("\n        intervals: size = ").append(intervals.size()).append('\n');
      for (int k = 0; k < intervals.size(); k++) {
        Event interval = intervals.get(k);
        text.append("        intervals [").append(k + 1).append("]:\n            xmin = ");
        text.append(Numbers.time(interval.start())).append("\n            xmax = ");
        text.append(Numbers.time(interval.end())).append("\n            text = ");
        text.append(quoted(interval.label())).append('\n');
      }
    }
    return text.toString();
  }

  /** Events of one label that do not overlap, tier by tier; those without length have no place. */
  private static List<List<Event>> tiers(List<Event> events) {
    Map<String, List<List<Event>>> byLabel = new LinkedHashMap<>();
    for (Event event : events) {
      if (event.seconds() > 0) {
        List<List<Event>> same = byLabel.computeIfAbsent(event.label(), l -> new ArrayList<>());
        same.stream()
            .filter(tier -> tier.get(tier.size() - 1).end() <= event.start())
            .findFirst()
            .orElseGet(
                () -> {
                  List<Event> tier = new ArrayList<>();
                  same.add(tier);
                  return tier;
                })
            .add(event);
      }
    }
    return byLabel.values().stream().flatMap(List::stream).toList();
  }

  /** With unlabelled intervals between, so that they cover the whole sound. */
  private static List<Event> filled(List<Event> tier, double seconds) {
    List<Event> filled = new ArrayList<>();
    double at = 0;
    for (Event event : tier) {
      if (event.start() > at) {
        filled.add(new Event(at, event.start(), ""));
      }
      filled.add(event);
      at = event.end();
    }
    if (seconds > at) {
      filled.add(new Event(at, seconds, ""));
    }
    return filled;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public List<SoundEvents> read(LabelText text) {
    TextGridTokens tokens = new TextGridTokens(text);
    tokens.expect("ooTextFile");
    tokens.expect("TextGrid");
    tokens.number();
    double seconds = tokens.number();
    tokens.flag();
    List<Event> events = new ArrayList<>();
    for (long tier = tokens.count(); tier > 0; tier--) {
      boolean intervals = tokens.string().equals("IntervalTier");
      tokens.string();
      tokens.number();
      tokens.number();
      for (long item = tokens.count(); item > 0; item--) {
        int line = tokens.line();
        String start = String.valueOf(tokens.number());
        String end = intervals ? String.valueOf(tokens.number()) : start;
        String label = tokens.string();
        if (intervals && !label.isEmpty()) {
          events.add(text.event(line, start, end, label, ""));
        }
      }
    }
    return List.of(new SoundEvents("", seconds, 0, events));
  }
}

package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import java.util.List;

/**
 * Audacity's label tracks. A line that starts with a backslash holds frequencies and is skipped.
 */
final class AudacityLabels implements LabelCodec {
  @Override
  public String write(SoundEvents sound) {
    StringBuilder text = new StringBuilder();
    for (Event event : sound.events()) {
      text.append(Numbers.time(event.start())).append('\t');
      text.append(Numbers.time(event.end())).append('\t');
      text.append(oneLine(event.label())).append('\n');
    }
    return text.toString();
  }

  /** Without tabs and line breaks, for which these formats have no way. */
  static String oneLine(String label) {
    return label.replaceAll("[\\t\\n\\r\\x0B\\f\\x85\\u2028\\u2029]", " ");
  }

  @Override
  public List<SoundEvents> read(LabelText text) {
    Sounds sounds = new Sounds();
    List<String> lines = text.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("\\")) {
        String[] cells = line.split("\t", 3);
        if (cells.length < 2) {
          throw text.wrong(
              i + 1, "'" + LabelText.shortened(line) + "'", "start, end and label between tabs");
        }
        sounds.add("", text.event(i + 1, cells[0], cells[1], cells.length < 3 ? "" : cells[2], ""));
      }
    }
    return sounds.list();
  }
}

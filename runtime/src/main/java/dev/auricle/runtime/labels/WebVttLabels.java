package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Captions as browsers show them. Line breaks in labels become spaces. */
final class WebVttLabels implements LabelCodec {
  private static final Pattern TIMES =
      Pattern.compile("\\s*([\\d:]+\\.\\d{3})\\s+-->\\s+([\\d:]+\\.\\d{3})(\\s.*)?");
  private static final Pattern TIME = Pattern.compile("(?:(\\d{2,}):)?(\\d{2}):(\\d{2}\\.\\d{3})");

  @Override
  public String header() {
    return "WEBVTT\n\n";
  }

  @Override
  public String write(SoundEvents sound) {
    StringBuilder text = new StringBuilder();
    for (Event event : sound.events()) {
      text.append(time(event.start())).append(" --> ").append(time(event.end())).append('\n');
      text.append(escaped(AudacityLabels.oneLine(event.label()))).append("\n\n");
    }
    return text.toString();
  }

  private static String time(double seconds) {
    long millis = Math.round(seconds * 1000);
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Without tags such as a speaker's, and with the characters that were escaped. */
  private static String plain(String text) {
    return text.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u00a0")
        .replace("&amp;", "&");
  }

  @Override
  public List<SoundEvents> read(LabelText text) {
    List<String> lines = text.lines();
    if (lines.isEmpty() || !lines.get(0).matches("WEBVTT(\\s.*)?")) {
      throw text.wrong(
          1,
          lines.isEmpty() ? "an empty file" : "'" + LabelText.shortened(lines.get(0)) + "'",
          "WEBVTT");
    }
    Sounds sounds = new Sounds();
    for (int i = 1; i < lines.size(); i++) {
      Matcher times = TIMES.matcher(lines.get(i));
      if (times.matches()) {
        String start = seconds(text, i + 1, times.group(1));
        String end = seconds(text, i + 1, times.group(2));
        int line = i + 1;
        StringBuilder label = new StringBuilder();
        while (i + 1 < lines.size() && !lines.get(i + 1).isEmpty()) {
          label.append(label.isEmpty() ? "" : " ").append(lines.get(++i));
        }
        sounds.add("", text.event(line, start, end, plain(label.toString()), ""));
      } else if (lines.get(i).contains("-->")) {
        throw text.wrong(
            i + 1, "'" + LabelText.shortened(lines.get(i)) + "'", "00:00:01.000 --> 00:00:02.500");
      }
    }
    return sounds.list();
  }

  private static String seconds(LabelText text, int line, String word) {
    Matcher time = TIME.matcher(word);
    if (!time.matches()) {
      throw text.wrong(line, "'" + word + "'", "a time such as 00:01:02.500");
    }
    long hours = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
    long minutes = Long.parseLong(time.group(2));
    double seconds = Double.parseDouble(time.group(3));
    return Numbers.time(3600 * hours + 60 * minutes + seconds);
  }
}

package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import java.util.List;

/**
 * NIST's rich transcription time marks: ten words a line, {@code SPEAKER file channel start length
 * <NA> <NA> label score <NA>}. Lines of other types, and comments ({@code ;;}), are skipped.
 */
final class RttmLabels implements LabelCodec {
  private static final String TYPE = "SPEAKER";
  private static final String NONE = "<NA>";
  private static final int WORDS = 8;

  @Override
  public String write(SoundEvents sound) {
    StringBuilder text = new StringBuilder();
    for (Event event : sound.events()) {
      String start = Numbers.time(event.start());
      // The written end, not the length, is what must not drift.
      double length = Double.parseDouble(Numbers.time(event.end())) - Double.parseDouble(start);
      text.append(TYPE).append(' ').append(word(sound.file())).append(" 1 ").append(start);
      text.append(' ').append(Numbers.time(length)).append(" <NA> <NA> ");
      text.append(word(event.label())).append(' ');
      text.append(event.hasScore() ? Numbers.score(event.score()) : NONE).append(" <NA>\n");
    }
    return text.toString();
  }

  private static String word(String text) {
    return text.isEmpty() ? NONE : text.replaceAll("(?U)\\s", "_");
  }

  @Override
  public List<SoundEvents> read(LabelText text) {
    Sounds sounds = new Sounds();
    List<String> lines = text.lines();
    for (int i = 0; i < lines.size(); i++) {
      String[] words = lines.get(i).strip().split("\\s+");
      if (words[0].equals(TYPE)) {
        if (words.length < WORDS) {
          throw text.wrong(
              i + 1, words.length + " words", "ten, as in " + TYPE + " file 1 0.0 1.5 …");
        }
        double start = text.seconds(i + 1, words[3]);
        double length = text.seconds(i + 1, words[4]);
        sounds.add(
            known(words[1]),
            text.event(
                i + 1,
                words[3],
                // Rounded as times are written, so that 0.1 + 0.2 is 0.3.
                Numbers.time(start + length),
                known(words[7]),
                words.length > WORDS ? known(words[8]) : ""));
      } else if (!words[0].isEmpty() && !words[0].startsWith(";;") && words.length < WORDS) {
        throw text.wrong(
            i + 1,
            "'" + LabelText.shortened(lines.get(i)) + "'",
            "a line that starts with " + TYPE);
      }
    }
    return sounds.list();
  }

  private static String known(String word) {
    return word.equals(NONE) ? "" : word;
  }
}

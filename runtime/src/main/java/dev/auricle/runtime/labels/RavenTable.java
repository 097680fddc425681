package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Raven's selection tables: columns between tabs, under headings. A selection spans all
 * frequencies, since a classifier says nothing of them.
 */
final class RavenTable implements LabelCodec {
  static final String BEGIN = "Begin Time (s)";
  private static final String END = "End Time (s)";
  private static final String FILE = "Begin File";
  private static final String PATH = "Begin Path";

  /** Where a selection begins in its file; the times count on through all files of a sound. */
  private static final String OFFSET = "File Offset (s)";

  private static final String SCORE = "Score";
  private static final List<String> LABELS =
      List.of("Annotation", "Label", "Species", "Common Name", "Tag");
  private static final int USUAL_RATE = 48_000;

  @Override
  public String header() {
    return "Selection\tView\tChannel\t"
        + BEGIN
        + "\t"
        + END
        + "\tLow Freq (Hz)\tHigh Freq (Hz)\tBegin File\tAnnotation\tScore\n";
  }

  @Override
  public String write(SoundEvents sound) {
    StringBuilder text = new StringBuilder();
    int rate = sound.sampleRate() > 0 ? sound.sampleRate() : USUAL_RATE;
    int selection = 0;
    for (Event event : sound.events()) {
      text.append(++selection).append("\tSpectrogram 1\t1\t");
      text.append(Numbers.time(event.start())).append('\t');
      text.append(Numbers.time(event.end())).append("\t0\t").append(rate / 2).append('\t');
      text.append(AudacityLabels.oneLine(sound.file())).append('\t');
      text.append(AudacityLabels.oneLine(event.label())).append('\t');
      text.append(Numbers.score(event.score())).append('\n');
    }
    return text.toString();
  }

  @Override
  public List<SoundEvents> read(LabelText text) {
    List<String> lines = text.lines();
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> heading = Arrays.asList(lines.get(0).split("\t", -1));
    int begin = heading.indexOf(BEGIN);
    int end = heading.indexOf(END);
    int label =
        LABELS.stream().mapToInt(heading::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
    if (begin < 0 || end < 0 || label < 0) {
      throw text.wrong(
          1,
          "the columns " + heading,
          BEGIN + ", " + END + " and one of " + LABELS + " among them");
    }
    Sounds sounds = new Sounds();
    Map<List<String>, Set<String>> views = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length > Math.max(begin, end)) {
        if (seenInAnotherView(cells, heading, views)) {
          continue;
        }
        String path = anywhere(cell(cells, heading.indexOf(PATH)));
        Event event =
            text.event(
                i + 1,
                cells[begin],
                cells[end],
                cell(cells, label),
                cell(cells, heading.indexOf(SCORE)));
        sounds.add(
            path.isBlank() ? cell(cells, heading.indexOf(FILE)) : path,
            inFile(text, i + 1, event, cell(cells, heading.indexOf(OFFSET))));
      } else if (!lines.get(i).isBlank()) {
        throw text.wrong(i + 1, cells.length + " cells", "as many as there are columns");
      }
    }
    return sounds.list();
  }

  /** A path of Windows, so written that other systems tell its folders, too. */
  private static String anywhere(String path) {
    return path.matches("([A-Za-z]:)?\\\\.*") ? path.replace('\\', '/') : path;
  }

  /** Raven writes a line for each view of a selection, such as its waveform and spectrogram. */
  private static boolean seenInAnotherView(
      String[] cells, List<String> heading, Map<List<String>, Set<String>> views) {
    int view = heading.indexOf("View");
    int selection = heading.indexOf("Selection");
    if (view < 0 || selection < 0) {
      return false;
    }
    List<String> key =
        Stream.of("Selection", "Channel", BEGIN, END, PATH, FILE)
            .map(name -> cell(cells, heading.indexOf(name)))
            .toList();
    Set<String> seen = views.computeIfAbsent(key, each -> new HashSet<>());
    return seen.add(cell(cells, view)) && seen.size() > 1;
  }

  /** The event as its own file counts, where the table says how that does. */
  private static Event inFile(LabelText text, int line, Event event, String offset) {
    if (offset.isBlank()) {
      return event;
    }
    double start = text.seconds(line, offset);
    // Rounded as times are written, so that 0.1 + 0.2 is 0.3.
    double end = Double.parseDouble(Numbers.time(start + event.seconds()));
    return new Event(start, Math.max(start, end), event.label(), event.score());
  }

  private static String cell(String[] cells, int column) {
    return column >= 0 && column < cells.length ? cells[column] : "";
  }
}

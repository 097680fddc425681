package dev.auricle.runtime.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.runtime.Event;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Property: what is written is read back, whatever the labels; and what is wrong is named. */
class LabelFilesTest {
  private static final List<String> LABELS =
      List.of(
          "music",
          "two words",
          "a \"quoted\" one",
          "comma, semicolon; 'apostrophe'",
          "Glocken & <Trommel> --> é ß 鳥 🐦",
          "tab\there",
          "line\nbreak",
          "=1+1",
          "!bang",
          "12.5",
          "<exists>",
          "]]> NOTE ;; \\ %s");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(LabelFormat.class)
  void whatIsWrittenIsReadBack(LabelFormat format) {
    Random random = new Random(5);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double start = random.nextInt(4_000_000) / 22050.0;
      double end = start + (1 + random.nextInt(400_000)) / 22050.0;
      events.add(new Event(start, end, LABELS.get(i % LABELS.size()), random.nextDouble()));
    }
    SoundEvents sound = new SoundEvents("a folder/seven \"7\", ü.wav", 300, 22050, events);
    Path file = folder.resolve("labels." + format.extension());
    LabelFiles.write(List.of(sound), format, file);
    List<SoundEvents> read = LabelFiles.read(file);
    assertThat(read).hasSize(1);
    List<Event> found = new ArrayList<>(read.get(0).events());
    List<Event> expected =
        events.stream().map(event -> kept(event, format)).sorted(Event.IN_TIME).toList();
    // Milliseconds tie where microseconds did not.
    double tolerance = format == LabelFormat.WEBVTT ? 5.1e-4 : 5.1e-7;
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).start()).isCloseTo(expected.get(i).start(), within(tolerance));
      assertThat(found.get(i).end()).isCloseTo(expected.get(i).end(), within(tolerance));
      assertThat(found.get(i).label()).isEqualTo(expected.get(i).label());
      if (expected.get(i).hasScore()) {
        assertThat(found.get(i).score()).isCloseTo(expected.get(i).score(), within(5.1e-5));
      } else {
        assertThat(found.get(i).hasScore()).isFalse();
      }
    }
    switch (format) {
      case CSV, JSONL, RAVEN -> assertThat(read.get(0).file()).isEqualTo(sound.file());
      case RTTM -> assertThat(read.get(0).file()).isEqualTo("a_folder/seven_\"7\",_ü.wav");
      case TEXTGRID -> assertThat(read.get(0).seconds()).isEqualTo(300);
      default -> assertThat(read.get(0).file()).isEmpty();
    }
  }

  /** What a format can hold of an event. */
  private static Event kept(Event event, LabelFormat format) {
    String label =
        switch (format) {
          case CSV, JSONL, TEXTGRID -> event.label();
          case RTTM -> event.label().replaceAll("\\s", "_");
          case AUDACITY, RAVEN, WEBVTT -> event.label().replaceAll("[\t\n]", " ");
        };
    boolean scored =
        format == LabelFormat.CSV
            || format == LabelFormat.JSONL
            || format == LabelFormat.RAVEN
            || format == LabelFormat.RTTM;
    return new Event(event.start(), event.end(), label, scored ? event.score() : Double.NaN);
  }

  @ParameterizedTest
  @EnumSource(LabelFormat.class)
  void aSoundWithoutEventsIsNoFailure(LabelFormat format) {
    Path file = folder.resolve("none." + format.extension());
    LabelFiles.write(List.of(new SoundEvents("a.wav", 12, 8000, List.of())), format, file);
    assertThat(LabelFiles.read(file)).allMatch(sound -> sound.events().isEmpty());
  }

  @Test
  void manySoundsShareAFileWhereTheFormatNamesThem() {
    SoundEvents a = new SoundEvents("a.wav", 9, 8000, List.of(new Event(1, 2, "x")));
    SoundEvents b = new SoundEvents("b.wav", 9, 8000, List.of(new Event(0, 1, "y")));
    for (LabelFormat format : LabelFormat.values()) {
      Path file = folder.resolve("many." + format.extension());
      if (format.holdsManySounds()) {
        LabelFiles.write(List.of(a, b), format, file);
        assertThat(LabelFiles.read(file))
            .extracting(SoundEvents::file)
            .containsExactly("a.wav", "b.wav");
      } else {
        assertThatThrownBy(() -> LabelFiles.write(List.of(a, b), format, file))
            .isInstanceOf(AuricleException.class)
            .hasMessageContaining("one sound");
      }
    }
  }

  @Test
  void filesOfOtherProgramsAreRead() throws IOException {
    // sed_eval's lists: tabs, no heading. Headings of DCASE. Excel's byte order mark and CRLF.
    assertThat(events("dcase.csv", "0.5\t1.25\tdog\n2\t3\tcat, black\n"))
        .containsExactly(new Event(0.5, 1.25, "dog"), new Event(2, 3, "cat, black"));
    assertThat(events("e.csv", "\uFEFFonset,offset,event_label\r\n1,2,dog\r\n"))
        .containsExactly(new Event(1, 2, "dog"));
    // Audacity writes frequencies on a line of their own.
    assertThat(events("a.txt", "1.000000\t2.000000\tbird\n\\\t100.0\t900.0\n3\t3\n"))
        .containsExactly(new Event(1, 2, "bird"), new Event(3, 3, ""));
    assertThat(
            events(
                "r.txt",
                "Selection\tBegin Time (s)\tEnd Time (s)\tSpecies\n1\t0.1\t0.4\tTurdus merula\n"))
        .containsExactly(new Event(0.1, 0.4, "Turdus merula"));
    assertThat(events("s.TextGrid", SHORT_GRID)).containsExactly(new Event(0.5, 1.5, "a\"b"));
    assertThat(
            events(
                "v.vtt",
                "WEBVTT - x\n\nNOTE y\n\nid\n01:02.500 --> 01:03.000 align:left\n<v Tom>hey\n"))
        .containsExactly(new Event(62.5, 63, "hey"));
    Path utf16 = folder.resolve("u.TextGrid");
    Files.write(
        utf16, ("\uFEFF" + SHORT_GRID.replace("a\"\"b", "鳥")).getBytes(StandardCharsets.UTF_16BE));
    assertThat(LabelFiles.read(utf16).get(0).events()).containsExactly(new Event(0.5, 1.5, "鳥"));
  }

  private static final String SHORT_GRID =
      "File type = \"ooTextFile\"\n"
          + "Object class = \"TextGrid\"\n\n"
          + "0\n"
          + "2\n"
          + "<exists>\n"
          + "2\n"
          + "\"IntervalTier\"\n"
          + "\"words\"\n"
          + "0\n"
          + "2\n"
          + "3\n"
          + "0\n"
          + "0.5\n"
          + "\"\"\n"
          + "0.5\n"
          + "1.5\n"
          + "\"a\"\"b\"\n"
          + "1.5\n"
          + "2\n"
          + "\"\"\n"
          + "\"TextTier\"\n"
          + "\"points\"\n"
          + "0\n"
          + "2\n"
          + "1\n"
          + "0.7\n"
          + "\"click\"\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv|start,end,label\\n1,2,x\\n3,y,z|line 3: found 'y'",
        "a.csv|start,end,label\\n5,2,x|line 2: found an end, 2, before the start, 5",
        "a.csv|start,stop\\n5,2|line 1: found the columns [start, stop]",
        "a.csv|start,end,label\\n1,2|line 2: found 2 cells",
        "a.csv|start,end,label,file\\n1,2,x,f.wav\\n1,2,x|line 3: found 3 cells, expected a file",
        "a.csv|start,end,label\\n1,2,\"x\\n\\n|line 2: found a quote that is never closed",
        "a.csv|start,end,label\\n1,NaN,x|line 2: found 'NaN'",
        "a.csv|start,end,label,score\\n1,2,x,high|line 2: found 'high'",
        "a.csv|start,end,label,score\\n1,2,x,1e400|line 2: found '1e400', expected a score",
        "a.csv|start,end,label,score\\n1,2,x,-Infinity|line 2: found '-Infinity'",
        "a.jsonl|{\"start\": 1, \"end\": 2, \"label\": \"x\", \"score\": 1e400}|line 1: found 'Infinity'",
        "a.jsonl|{\"start\": 1, \"end\": 2, \"label\": \"x\"}\\n{oops|line 2: found '{oops'",
        "a.jsonl|{\"start\": 1, \"end\": 2}|line 1: found label null",
        "a.txt|1 2 x|line 1: found '1 2 x'",
        "a.selections.txt|Selection\\tBegin\\n1\\t2|line 1: found the columns",
        "a.rttm|SPEAKER f 1 0.5|line 1: found 4 words",
        "a.rttm|SPEAKER f 1 0.5 -1 <NA> <NA> x <NA> <NA>|line 1: found '-1'",
        "a.vtt|hello|line 1: found 'hello'",
        "a.vtt|WEBVTT\\n\\n1 --> 2\\nx|line 3: found '1 --> 2'",
        "a.TextGrid|hello|line 1: found the end of the file",
        "a.TextGrid|\"ooTextFile\" \"Pitch\"|line 1: found \"Pitch\"",
        "a.TextGrid|\"ooTextFile\"\\n"
            + "\"TextGrid\"\\n"
            + "0 1 <exists> 1 \"IntervalTier\" \"t\" 0 1 1\\n"
            + "0 \"x\"|line 4: found '\"x\"'",
      })
  void whatIsWrongIsNamedWithItsLine(String name, String text, String message) {
    assertThatThrownBy(() -> events(name, text.replace("\\n", "\n").replace("\\t", "\t")))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining(name + " " + message);
  }

  @Test
  void aRavenSelectionInTwoViewsCountsOnce() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.selections.txt"),
            """
            Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tBegin Path\tFile Offset (s)\tAnnotation
            1\tWaveform 1\t1\t1.0\t2.5\tC:\\a.wav\t1.0\towl
            1\tSpectrogram 1\t1\t1.0\t2.5\tC:\\a.wav\t1.0\towl
            2\tSpectrogram 1\t1\t61.0\t61.3\tC:\\b.wav\t0.1\towl
            """);
    List<SoundEvents> sounds = LabelFiles.read(file);
    assertThat(sounds).extracting(SoundEvents::file).containsExactly("C:/a.wav", "C:/b.wav");
    assertThat(sounds.get(0).events()).containsExactly(new Event(1, 2.5, "owl"));
    assertThat(sounds.get(1).events()).containsExactly(new Event(0.1, 0.4, "owl"));
  }

  @Test
  void textUnderSedEvalsHeadingsIsRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sed.txt"),
            "filename\tevent_onset\tevent_offset\tevent_label\na.wav\t0.5\t1.5\tdog\n");
    assertThat(LabelFiles.read(file))
        .singleElement()
        .satisfies(sound -> assertThat(sound.file()).isEqualTo("a.wav"))
        .satisfies(sound -> assertThat(sound.events()).containsExactly(new Event(0.5, 1.5, "dog")));
  }

  @Test
  void aNameThatSaysNothingIsRefused() {
    assertThatThrownBy(() -> LabelFiles.read(folder.resolve("labels.doc")))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining(".csv");
    assertThatThrownBy(() -> LabelFiles.read(folder.resolve("absent.csv")))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("no label file");
  }

  @ParameterizedTest
  @EnumSource(LabelFormat.class)
  void damagedFilesNeverEndInAnythingButAMessage(LabelFormat format) throws IOException {
    Random random = new Random(11);
    SoundEvents sound =
        new SoundEvents(
            "f.wav", 9, 8000, List.of(new Event(1, 2, "a \"b\"", 0.5), new Event(3, 4, "c")));
    String whole = LabelFiles.header(format) + LabelFiles.body(sound, format);
    for (int trial = 0; trial < 500; trial++) {
      StringBuilder text = new StringBuilder(whole);
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, "\"\t\n,:-9x<{".charAt(random.nextInt(10)));
          case 1 -> text.replace(at, at + 1, text.length() > 1 ? "" : "x");
          default -> text.setLength(Math.max(1, at));
        }
      }
      try {
        events("damaged." + format.extension(), text.toString());
      } catch (AuricleException e) {
        assertThat(e.getMessage()).contains("damaged.").contains("line ");
      }
    }
  }

  private List<Event> events(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return LabelFiles.read(file).stream().flatMap(sound -> sound.events().stream()).toList();
  }
}

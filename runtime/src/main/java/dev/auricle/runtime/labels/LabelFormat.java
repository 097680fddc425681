package dev.auricle.runtime.labels;

import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of label files. */
public enum LabelFormat {
  /** Columns {@code file,start,end,label,score}, quoted where needed. */
  CSV("csv", true, new CsvLabels()),
  /** An object a line: {@code file, start, end, label, score}. */
  JSONL("jsonl", true, new JsonLinesLabels()),
  /** Audacity's label track: start, end and label between tabs. Tabs in labels become spaces. */
  AUDACITY("txt", false, new AudacityLabels()),
  /** Raven's selection table. Tabs in labels become spaces. */
  RAVEN("selections.txt", false, new RavenTable()),
  /** NIST's rich transcription: words between spaces; spaces in labels become underscores. */
  RTTM("rttm", true, new RttmLabels()),
  /** Praat's TextGrid: a tier for each label, without scores. */
  TEXTGRID("TextGrid", false, new TextGridLabels()),
  /** Captions for a browser, to the millisecond, without scores. */
  WEBVTT("vtt", false, new WebVttLabels());

  private final String extension;
  private final boolean manySounds;
  private final LabelCodec codec;

  LabelFormat(String extension, boolean manySounds, LabelCodec codec) {
    this.extension = extension;
    this.manySounds = manySounds;
    this.codec = codec;
  }

  /** The usual ending of a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** Whether one file may hold the events of many sounds. */
  public boolean holdsManySounds() {
    return manySounds;
  }

  LabelCodec codec() {
    return codec;
  }

  /** As a user writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word();
  }

  /** The format that a file's name asks for. */
  public static LabelFormat of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".selections.txt")) {
      return RAVEN;
    }
    if (name.endsWith(".tsv")) {
      return CSV;
    }
    if (name.endsWith(".ndjson")) {
      return JSONL;
    }
    List<LabelFormat> formats = Arrays.asList(values());
    return formats.stream()
        .filter(format -> name.endsWith("." + format.extension.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new AuricleException(
                    "cannot tell the format of the label file "
                        + fileName
                        + "; let its name end in one of "
                        + formats.stream()
                            .map(format -> "." + format.extension)
                            .collect(Collectors.joining(", "))));
  }
}

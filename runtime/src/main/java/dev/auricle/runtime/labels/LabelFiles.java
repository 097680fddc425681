package dev.auricle.runtime.labels;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads and writes label files. Text is UTF-8; UTF-16 with a byte order mark is read too. */
public final class LabelFiles {
  private LabelFiles() {}

  /** What stands before the first sound; empty in most formats. */
  public static String header(LabelFormat format) {
    return format.codec().header();
  }

  /** One sound's events, to follow the header or another sound where the format holds many. */
  public static String body(SoundEvents sound, LabelFormat format) {
    return format.codec().write(sound);
  }

  /**
   * Writes a file of several sounds, first under another name in the same folder, then moved.
   *
   * @throws AuricleException if the format holds one sound and there are more, or writing fails
   */
  public static void write(List<SoundEvents> sounds, LabelFormat format, Path file) {
    if (sounds.size() > 1 && !format.holdsManySounds()) {
      throw new AuricleException(
          "a file of format "
              + format
              + " holds the labels of one sound, found "
              + sounds.size()
              + "; write one for each, or choose csv, jsonl or rttm");
    }
    StringBuilder text = new StringBuilder(header(format));
    sounds.forEach(sound -> text.append(body(sound, format)));
    try {
      WholeFile.writeOrThrow(file, made -> Files.writeString(made, text));
    } catch (IOException e) {
      throw new AuricleException(file + " cannot be written: " + e, e);
    }
  }

  /**
   * Reads a file in the format that its name says; a {@code .txt} may be Audacity's, Raven's, or a
   * table between tabs under headings, as sed_eval has them.
   *
   * @throws AuricleException if it is not of that format, naming the line
   */
  public static List<SoundEvents> read(Path file) {
    LabelFormat format = LabelFormat.of(String.valueOf(file.getFileName()));
    LabelText text = open(file);
    return (format == LabelFormat.AUDACITY ? ofText(text) : format).codec().read(text);
  }

  private static LabelFormat ofText(LabelText text) {
    String first = text.text().lines().findFirst().orElse("");
    return first.contains(RavenTable.BEGIN)
        ? LabelFormat.RAVEN
        : CsvLabels.heads(first) ? LabelFormat.CSV : LabelFormat.AUDACITY;
  }

  /** Reads a file of a format that its name need not say. */
  public static List<SoundEvents> read(Path file, LabelFormat format) {
    return format.codec().read(open(file));
  }

  private static LabelText open(Path file) {
    try {
      return new LabelText(file.toString(), decode(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new AuricleException(
          Files.exists(file)
              ? file + " cannot be read: " + e
              : "there is no label file " + file + "; check the path",
          e);
    }
  }

  private static String decode(byte[] bytes) {
    String mark =
        bytes.length < 2 ? "" : String.format(Locale.ROOT, "%02x%02x", bytes[0], bytes[1]);
    String text =
        mark.equals("feff") || mark.equals("fffe")
            ? new String(bytes, StandardCharsets.UTF_16)
            : new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}

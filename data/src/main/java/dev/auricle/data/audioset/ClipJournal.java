package dev.auricle.data.audioset;

import dev.auricle.signal.AuricleException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clips that could not be had, a line {@code NAME<tab>REASON} each, written as soon as it is known:
 * another run does not ask for them again. Clips that were had need no line; they are there.
 */
final class ClipJournal implements AutoCloseable {
  private final Path file;
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final BufferedWriter writer;

  private ClipJournal(Path file, boolean forget) throws IOException {
    this.file = file;
    if (forget) {
      Files.deleteIfExists(file);
    }
    boolean cut = false;
    if (Files.exists(file)) {
      String text = Files.readString(file);
      cut = !text.isEmpty() && !text.endsWith("\n"); // by a kill: that clip is tried again
      text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::recall);
    }
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (cut) {
      writer.newLine();
    }
  }

  static ClipJournal open(Path file, boolean forget) {
    try {
      return new ClipJournal(file, forget);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private void recall(String line) {
    int tab = line.indexOf('\t');
    if (tab > 0) {
      reasons.put(line.substring(0, tab), line.substring(tab + 1));
    }
  }

  /** Why a clip cannot be had; null where it was not tried. */
  synchronized @Nullable String reason(Clip clip) {
    return reasons.get(clip.name());
  }

  synchronized void failed(Clip clip, String reason) {
    try {
      reasons.put(clip.name(), reason);
      writer.write(clip.name() + "\t" + reason.replaceAll("\\s+", " "));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static AuricleException cannotWrite(Path file, IOException e) {
    return new AuricleException("cannot write " + file + ": " + e, e);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }
}

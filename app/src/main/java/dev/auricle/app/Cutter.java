package dev.auricle.app;

import dev.auricle.audio.AudioFormat;
import dev.auricle.audio.AudioReader;
import dev.auricle.audio.AudioWriter;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes stretches of a sound as files, in one pass over the sound and in flat memory. A file
 * appears whole or not at all; one that is there already and holds what is wanted, by {@link
 * CutNotes}, is left alone.
 */
final class Cutter {
  private static final int CHUNK = 1 << 14;

  private final Path folder;
  private final String name;
  private final AudioFormat format;
  private final double fadeSeconds;

  /**
   * A file, and whether it was made now.
   *
   * @param stretch what it holds: no more than there is of the sound
   */
  record Piece(Path file, Stretch stretch, boolean made) {}

  /**
   * What was cut.
   *
   * @param pieces of what lies inside the sound
   * @param samples the sound's length, as it was read
   * @param rate in Hz
   * @param damages what was wrong with the sound, which was read all the same
   * @param leftovers names of files that an earlier run cut from the sound, and this one did not
   */
  record Pieces(
      List<Piece> pieces, long samples, int rate, List<String> damages, List<String> leftovers) {}

  /**
   * Cuts into a folder.
   *
   * @param name what the files' names begin with
   */
  Cutter(Path folder, String name, AudioFormat format, double fadeSeconds) {
    this.folder = folder;
    this.name = name;
    this.format = format;
    this.fadeSeconds = fadeSeconds;
  }

  /**
   * Cuts a sound.
   *
   * @param stretches by start; they may overlap
   * @throws AuricleException if the sound cannot be read or a file not be written
   */
  Pieces cut(Path sound, List<Stretch> stretches) {
    List<Piece> wanted = new ArrayList<>();
    List<Cut> cuts = new ArrayList<>();
    try (AudioReader reader = AudioReader.open(sound, AudioReader.NATIVE_RATE)) {
      Files.createDirectories(folder);
      CutNotes notes = CutNotes.in(folder);
      for (int i = 0; i < stretches.size(); i++) {
        Stretch stretch = stretches.get(i);
        Path file = folder.resolve(name(i + 1, stretch));
        String holds = CutNotes.of(sound, stretch, format, fadeSeconds);
        boolean make = !notes.has(file, holds);
        wanted.add(new Piece(file, stretch, make));
        if (make) {
          cuts.add(new Cut(file, stretch, reader.sampleRate(), notes, holds));
        }
      }
      float[] chunk = new float[CHUNK];
      long place = 0;
      int count;
      while ((count = reader.read(chunk, 0, chunk.length)) > 0) {
        for (Cut cut : cuts) {
          cut.hear(chunk, place, count);
        }
        place += count;
      }
      for (Cut cut : cuts) {
        cut.finish();
      }
      int rate = reader.sampleRate();
      List<Piece> pieces = inside(wanted, place, rate);
      List<String> leftovers = new ArrayList<>(notes.of(sound));
      pieces.forEach(piece -> leftovers.remove(String.valueOf(piece.file().getFileName())));
      return new Pieces(pieces, place, rate, reader.warnings(), leftovers);
    } catch (IOException e) {
      throw new AuricleException(folder + " cannot be written to: " + e, e);
    } finally {
      cuts.forEach(Cut::close);
    }
  }

  /** Only now the sound's length is known: headers estimate it, and streams do not say it. */
  private static List<Piece> inside(List<Piece> wanted, long samples, int rate) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : wanted) {
      Stretch there = piece.stretch().inside(samples, rate);
      if (there != null) {
        pieces.add(new Piece(piece.file(), there, piece.made()));
      }
    }
    return pieces;
  }

  private String name(int number, Stretch stretch) {
    long millis = Math.round(1000 * stretch.start());
    return String.format(
        Locale.ROOT,
        "%s-%04d-%s-%02dh%02dm%02d.%03ds.%s",
        name,
        number,
        stretch.label().replaceAll("[^\\p{L}\\p{N}_]+", "_"),
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000,
        format.extension());
  }

  /** One file on its way. */
  private final class Cut {
    private final Path file;
    private final int rate;
    private final long[] starts;
    private final long[] ends;
    private final CutNotes notes;
    private final @Nullable String holds;
    private @Nullable AudioWriter writer;

    Cut(Path file, Stretch stretch, int rate, CutNotes notes, @Nullable String holds) {
      this.file = file;
      this.notes = notes;
      this.holds = holds;
      this.rate = rate;
      this.starts =
          stretch.parts().stream().mapToLong(part -> Stretch.sample(part.start(), rate)).toArray();
      this.ends =
          stretch.parts().stream().mapToLong(part -> Stretch.sample(part.end(), rate)).toArray();
    }

    void hear(float[] chunk, long place, int count) throws IOException {
      for (int part = 0; part < starts.length; part++) {
        long from = Math.max(place, starts[part]);
        long to = Math.min(place + count, ends[part]);
        if (from < to) {
          float[] samples = new float[(int) (to - from)];
          for (int i = 0; i < samples.length; i++) {
            samples[i] = chunk[(int) (from - place) + i] * gain(from + i, part);
          }
          write(samples);
        }
      }
      if (writer != null && place + count >= ends[ends.length - 1]) {
        finish();
      }
    }

    /** Rises from each cut over the fade, and falls to the next, as half a cosine. */
    private float gain(long at, int part) {
      double fade = Math.min(fadeSeconds * rate, (ends[part] - starts[part]) / 2.0);
      double near = Math.min(at - starts[part], ends[part] - 1 - at) + 0.5;
      return near >= fade ? 1 : (float) ((1 - Math.cos(Math.PI * near / fade)) / 2);
    }

    private void write(float[] samples) {
      AudioWriter to = writer;
      if (to == null) {
        to = AudioWriter.open(file, format, rate);
        writer = to;
      }
      to.write(samples, 0, samples.length);
    }

    void finish() throws IOException {
      AudioWriter to = writer;
      if (to != null) {
        notes.put(file, null);
        to.finish();
        notes.put(file, holds);
        to.close();
        writer = null;
      }
    }

    void close() {
      AudioWriter to = writer;
      if (to != null) {
        to.close();
        writer = null;
      }
    }
  }
}

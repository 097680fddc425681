package dev.auricle.learn.neural;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.learn.training.EpochScore;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training's state behind an epoch: with it, the same clips and the same settings, training goes
 * on as if it had never stopped, because everything drawn depends on seed, epoch and clip alone.
 *
 * @param key of the settings, the clips and the seed; another training's checkpoint is not read
 * @param steps of the optimizer
 * @param network its numbers
 * @param first the optimizer's running means
 * @param second the optimizer's running squares
 * @param averages the averaged numbers
 * @param best numbers of the best epoch so far; null where none was offered
 * @param bestLoss of that epoch
 * @param waited epochs since
 * @param curve a point for each epoch done
 */
@SuppressWarnings("ArrayRecordComponent")
record Checkpoint(
    long key,
    int steps,
    Snapshot network,
    float[] first,
    float[] second,
    Snapshot averages,
    @Nullable Snapshot best,
    double bestLoss,
    int waited,
    List<EpochScore> curve) {

  private static final long MAGIC = 0x41757269636c6531L; // "Auricle1"

  /** Writes to a file beside it first, so that a checkpoint is never half written. */
  void write(Path file) {
    try {
      WholeFile.writeOrThrow(
          file,
          fresh -> {
            try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
              write(out);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("writing checkpoint " + file + " failed", e);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(MAGIC);
    out.writeLong(key);
    out.writeInt(steps);
    write(out, network);
    write(out, first);
    write(out, second);
    write(out, averages);
    out.writeBoolean(best != null);
    if (best != null) {
      write(out, best);
    }
    out.writeDouble(bestLoss);
    out.writeInt(waited);
    out.writeInt(curve.size());
    for (EpochScore score : curve) {
      out.writeInt(score.epoch());
      out.writeDouble(score.trainLoss());
      out.writeDouble(score.trainAccuracy());
      out.writeDouble(score.validationLoss());
      out.writeDouble(score.validationAccuracy());
    }
  }

  /** The checkpoint of that key; null if there is none, or it is another's or damaged. */
  static @Nullable Checkpoint read(Path file, long key) {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return in.readLong() == MAGIC && in.readLong() == key ? read(in, key) : null;
    } catch (IOException | IllegalStateException e) {
      return null;
    }
  }

  private static Checkpoint read(DataInputStream in, long key) throws IOException {
    int steps = in.readInt();
    Snapshot network = snapshot(in);
    float[] first = floats(in);
    float[] second = floats(in);
    Snapshot averages = snapshot(in);
    Snapshot best = in.readBoolean() ? snapshot(in) : null;
    double bestLoss = in.readDouble();
    int waited = in.readInt();
    int epochs = in.readInt();
    List<EpochScore> curve = new ArrayList<>();
    for (int i = 0; i < epochs; i++) {
      curve.add(
          new EpochScore(
              in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
    }
    return new Checkpoint(
        key, steps, network, first, second, averages, best, bestLoss, waited, curve);
  }

  private static void write(DataOutputStream out, Snapshot snapshot) throws IOException {
    write(out, snapshot.trained());
    write(out, snapshot.kept());
  }

  private static Snapshot snapshot(DataInputStream in) throws IOException {
    return new Snapshot(floats(in), floats(in));
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] floats(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0) {
      throw new IllegalStateException("damaged");
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }
}

package dev.auricle.learn.features;

import dev.auricle.audio.AudioReader;
import dev.auricle.data.Damages;
import dev.auricle.data.ExampleAudio;
import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A row per window: one file is decoded at a time, in order, so memory stays flat however long it
 * is; the windows' features are computed in parallel. The last window of a file counts if at least
 * half of it is sound, else it is dropped (unless it is the file's only one). Where features are
 * columns they are those of the sound alone; where they are an array it is padded with zeros, for
 * all arrays have one shape.
 */
final class WindowSource implements AnswerSource {
  private final List<FeatureItem> items;
  private final FeaturePlan plan;
  private final int length;
  private final int hop;
  private final float[] buffer;
  private final Damages damages;
  private int skip;
  private int item = -1;
  private int filled;
  private long start;
  private boolean ended;
  private @Nullable AudioReader reader;
  private @Nullable Callable<FeatureExtraction.Answer> ready;

  WindowSource(
      List<FeatureItem> items, FeaturePlan plan, double window, int done, Damages damages) {
    this.items = items;
    this.plan = plan;
    int rate = plan.frontEnd().sampleRate();
    this.length = Math.max(1, (int) Math.round(window * rate));
    this.hop = Math.max(1, (int) Math.round(plan.hop() * rate));
    if (hop > length) {
      throw new AuricleException(
          "--hop "
              + plan.hop()
              + " s is longer than --window "
              + window
              + " s; make it at most that");
    }
    this.buffer = new float[length];
    this.skip = done;
    this.damages = damages;
  }

  @Override
  public boolean hasNext() {
    while (ready == null) {
      if (reader == null && !open()) {
        break;
      }
      if (ready == null && !advance()) {
        closeFile();
      }
      if (ready != null && skip > 0) {
        skip--;
        ready = null;
      }
    }
    return ready != null;
  }

  @Override
  public Callable<FeatureExtraction.Answer> next() {
    if (!hasNext() || ready == null) {
      throw new NoSuchElementException();
    }
    Callable<FeatureExtraction.Answer> task = ready;
    ready = null;
    return task;
  }

  /** Opens the next file; one that cannot be opened becomes a failure. False if none is left. */
  private boolean open() {
    if (++item >= items.size()) {
      return false;
    }
    filled = 0;
    start = 0;
    ended = false;
    try {
      reader = ExampleAudio.open(items.get(item).example(), plan.frontEnd().sampleRate());
    } catch (AuricleException e) {
      fail(e);
    }
    return true;
  }

  /** Reads the next window of the open file. False at its end. */
  private boolean advance() {
    if (ended || reader == null) {
      return false;
    }
    try {
      int n = 0;
      while (filled < length && (n = reader.read(buffer, filled, length - filled)) >= 0) {
        filled += n;
      }
      ended = n < 0;
    } catch (AuricleException e) {
      ended = true;
      fail(e);
      return true;
    }
    if (start == 0 && filled == 0) {
      fail(ExampleAudio.silent(items.get(item).example()));
      return true;
    }
    boolean enough = filled == length || start == 0 || 2 * filled >= length;
    if (!enough) {
      return false;
    }
    emit();
    System.arraycopy(buffer, hop, buffer, 0, length - hop);
    filled = Math.max(0, filled - hop);
    start += hop;
    return true;
  }

  private void emit() {
    FeatureItem file = items.get(item);
    int number = item;
    boolean columns = !plan.frontEnd().columns().isEmpty();
    float[] samples = Arrays.copyOf(Arrays.copyOf(buffer, filled), columns ? filled : length);
    double from = file.start() + start / (double) plan.frontEnd().sampleRate();
    double to = from + filled / (double) plan.frontEnd().sampleRate();
    ready = () -> answer(samples, from, to, number);
  }

  private FeatureExtraction.Answer answer(float[] samples, double from, double to, int number) {
    FeatureItem file = items.get(number);
    try {
      FeatureRow row =
          new FeatureRow(
              file.name(),
              file.labels(),
              file.example().group(),
              from,
              to,
              plan.frontEnd().compute(samples));
      return new FeatureExtraction.Answer(row, "", number);
    } catch (AuricleException e) {
      return FeatureExtraction.Answer.failed(String.valueOf(e.getMessage()), number);
    }
  }

  private void fail(AuricleException failure) {
    int number = item;
    String reason = String.valueOf(failure.getMessage());
    ready = () -> FeatureExtraction.Answer.failed(reason, number);
  }

  private void closeFile() {
    if (reader != null) {
      damages.add(item, items.get(item).name(), reader.warnings());
      reader.close();
      reader = null;
    }
  }

  @Override
  public void close() {
    closeFile();
  }
}

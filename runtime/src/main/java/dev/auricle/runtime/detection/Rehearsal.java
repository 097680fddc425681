package dev.auricle.runtime.detection;

import dev.auricle.audio.AudioClip;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Event;
import dev.auricle.signal.Resampler;
import java.util.ArrayList;
import java.util.List;

/**
 * A clip whose windows are scored, for choosing how scores become events. Thread-safe.
 *
 * <p>{@link #events} gives what a {@link Detector} with these options would, where their window and
 * hop are those of the detector that made it.
 */
public final class Rehearsal {
  private static final int TOGETHER = 16;

  private final Grid grid;
  private final List<String> labels;
  private final float[] samples;
  private final float[][] rows;

  private Rehearsal(Grid grid, List<String> labels, float[] samples, float[][] rows) {
    this.grid = grid;
    this.labels = labels;
    this.samples = samples;
    this.rows = rows;
  }

  static Rehearsal of(CellScores scores, Bundle bundle, AudioClip clip) {
    Grid grid = scores.grid();
    DetectionStream.requireFinite(clip.samples(), 0, clip.samples().length, 0);
    float[] samples =
        clip.sampleRate() == grid.rate()
            ? clip.samples()
            : Resampler.resample(clip.samples(), clip.sampleRate(), grid.rate());
    float[][] rows = new float[(int) grid.cells(samples.length)][];
    for (int from = 0; from < rows.length; from += TOGETHER) {
      int count = Math.min(TOGETHER, rows.length - from);
      float[][] some = scores.score(samples, 0, from, new boolean[count]);
      System.arraycopy(some, 0, rows, from, count);
    }
    return new Rehearsal(grid, bundle.labels(), samples, rows);
  }

  /**
   * The events that these options make of the clip, in time.
   *
   * @throws IllegalArgumentException if their hop is another
   */
  public List<Event> events(DetectionOptions options) {
    if (Math.round(options.hop() * grid.rate()) != grid.hop()) {
      throw new IllegalArgumentException("scored with another hop than " + options.hop());
    }
    List<Event> events = new ArrayList<>();
    try (DetectionStream stream =
        new DetectionStream(
            new Known(), options, labels, grid.rate(), TOGETHER, null, 1, events::add)) {
      stream.push(samples);
      stream.finish();
    }
    events.sort(Event.IN_TIME);
    return events;
  }

  private final class Known implements CellScores {
    @Override
    public Grid grid() {
      return grid;
    }

    @Override
    public float[][] score(float[] sound, long place, long firstCell, boolean[] silent) {
      float[][] known = new float[silent.length][];
      System.arraycopy(rows, (int) firstCell, known, 0, known.length);
      return known;
    }
  }
}

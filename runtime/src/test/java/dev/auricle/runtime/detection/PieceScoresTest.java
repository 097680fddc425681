package dev.auricle.runtime.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.EventRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Property: of an event that silence cuts up, each piece has the mean of its own probabilities. */
class PieceScoresTest {
  private static final int RATE = 1000;
  private static final Grid GRID = new Grid(RATE, 100, 100);

  /** Sure before the silence at 4 s, less sure after the one of 1 s. */
  private static final class Known implements CellScores {
    @Override
    public Grid grid() {
      return GRID;
    }

    @Override
    public float[][] score(float[] sound, long place, long firstCell, boolean[] silent) {
      float[][] rows = new float[silent.length][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = new float[] {firstCell + i < 40 ? 0.9f : 0.6f};
      }
      return rows;
    }
  }

  @Test
  void eachPieceHasItsOwnMean() {
    DetectionOptions options =
        new DetectionOptions(
            null, 0.1, 0, false, new EventRule(0.5, 0.4, 0.2, 3), Map.of(), -60.0, 0.5, null, 1, 0);
    float[] sound = new float[10 * RATE];
    Random random = new Random(1);
    for (int i = 0; i < sound.length; i++) {
      sound[i] = i >= 4 * RATE && i < 5 * RATE ? 0 : (float) (0.1 * random.nextGaussian());
    }
    for (int chunk : new int[] {sound.length, 130}) {
      List<Event> events = new ArrayList<>();
      try (DetectionStream stream =
          new DetectionStream(new Known(), options, List.of("a"), RATE, 1, null, 1, events::add)) {
        for (int at = 0; at < sound.length; at += chunk) {
          stream.push(sound, at, Math.min(chunk, sound.length - at));
        }
        stream.finish();
      }
      assertThat(events).hasSize(2);
      assertThat(events.get(0).end()).isEqualTo(4, within(0.05));
      assertThat(events.get(0).score()).isEqualTo(0.9, within(1e-6));
      assertThat(events.get(1).start()).isEqualTo(5, within(0.05));
      assertThat(events.get(1).score()).isEqualTo(0.6, within(1e-6));
    }
  }
}

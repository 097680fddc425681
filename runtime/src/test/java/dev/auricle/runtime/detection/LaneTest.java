package dev.auricle.runtime.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: what a lane says cell by cell is what its three steps say of the whole. */
class LaneTest {
  private record Run(int label, long start, long end) {}

  @Test
  void aBlipIsDroppedAndItsGapClosed() {
    // By hand: minOn 2, minOff 3. The single b between the a's is dropped, the gap of one closed.
    assertThat(whole("aaabaaa..b", 2, 3)).containsExactly(new Run(0, 0, 7));
    // The gap of three is not shorter than three.
    assertThat(whole("aa...aa", 2, 3)).containsExactly(new Run(0, 0, 2), new Run(0, 5, 7));
    // A dropped blip between two labels is a hole that they share a boundary over.
    assertThat(boundaries("aaacbbb", 2, 3))
        .extracting(Boundary::left, Boundary::leftEnd, Boundary::right, Boundary::rightStart)
        .contains(org.assertj.core.groups.Tuple.tuple(0, 3L, 1, 4L));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void cellByCellEqualsTheWhole(long seed) {
    Random random = new Random(seed);
    for (int trial = 0; trial < 500; trial++) {
      StringBuilder cells = new StringBuilder();
      int length = random.nextInt(60);
      while (cells.length() < length) {
        cells.append(
            String.valueOf(".abc".charAt(random.nextInt(4))).repeat(1 + random.nextInt(5)));
      }
      int on = 1 + random.nextInt(5);
      int off = random.nextInt(6);
      assertThat(runs(boundaries(cells.toString(), on, off)))
          .as("%s, minOn %d, minOff %d", cells, on, off)
          .isEqualTo(whole(cells.toString(), on, off));
    }
  }

  @Test
  void noBoundaryLiesBeforeAFrontierThatWasStated() {
    Random random = new Random(9);
    for (int trial = 0; trial < 500; trial++) {
      List<Boundary> heard = new ArrayList<>();
      Lane lane = lane(1 + random.nextInt(4), random.nextInt(5), heard);
      long frontier = 0;
      for (int cell = 0; cell < 60; cell++) {
        int before = heard.size();
        lane.next(random.nextInt(3) - 1, 0.5f);
        for (Boundary each : heard.subList(before, heard.size())) {
          assertThat(each.leftEnd()).isGreaterThanOrEqualTo(frontier);
        }
        assertThat(lane.frontier()).isGreaterThanOrEqualTo(frontier);
        frontier = lane.frontier();
      }
    }
  }

  private static Lane lane(int on, int off, List<Boundary> heard) {
    Lane.Lengths each = new Lane.Lengths(on, off);
    return new Lane(new Lane.Lengths[] {each, each, each}, heard::add);
  }

  private static List<Boundary> boundaries(String cells, int on, int off) {
    List<Boundary> heard = new ArrayList<>();
    Lane lane = lane(on, off, heard);
    for (char cell : cells.toCharArray()) {
      lane.next(cell == '.' ? Thresholds.NONE : cell - 'a', 0.5f);
    }
    lane.finish();
    return heard;
  }

  private static List<Run> runs(List<Boundary> boundaries) {
    List<Run> runs = new ArrayList<>();
    long start = -1;
    for (Boundary each : boundaries) {
      if (each.left() != Thresholds.NONE) {
        runs.add(new Run(each.left(), start, each.leftEnd()));
      }
      start = each.rightStart();
    }
    return runs;
  }

  /** The three steps, one after the other, over the whole. */
  private static List<Run> whole(String cells, int on, int off) {
    List<Run> runs = new ArrayList<>();
    for (int cell = 0; cell < cells.length(); cell++) {
      int label = cells.charAt(cell) == '.' ? Thresholds.NONE : cells.charAt(cell) - 'a';
      Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (label != Thresholds.NONE) {
        if (last != null && last.end() == cell && last.label() == label) {
          runs.set(runs.size() - 1, new Run(label, last.start(), cell + 1));
        } else {
          runs.add(new Run(label, cell, cell + 1));
        }
      }
    }
    List<Run> bridged = bridge(runs, off);
    bridged.removeIf(run -> run.end() - run.start() < on);
    return bridge(bridged, off);
  }

  private static List<Run> bridge(List<Run> runs, int off) {
    List<Run> bridged = new ArrayList<>();
    for (Run run : runs) {
      Run last = bridged.isEmpty() ? null : bridged.get(bridged.size() - 1);
      if (last != null && last.label() == run.label() && run.start() - last.end() < off) {
        bridged.set(bridged.size() - 1, new Run(run.label(), last.start(), run.end()));
      } else {
        bridged.add(run);
      }
    }
    return bridged;
  }
}

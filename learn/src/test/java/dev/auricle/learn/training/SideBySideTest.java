package dev.auricle.learn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Property: threads are shared so that all fits are done in the fewest rounds. */
class SideBySideTest {
  @ParameterizedTest(name = "{0} fits, at most {1} at once, {2} threads: {3} of {4} threads")
  @CsvSource({
    "1, 4, 2, 1, 2",
    "2, 4, 2, 2, 1",
    "5, 4, 2, 2, 1",
    "5, 4, 16, 3, 5", // two rounds either way: 3 and 2 with more threads, rather than 4 and 1
    "5, 100, 16, 5, 3",
    "40, 100, 16, 14, 1",
    "5, 1, 16, 1, 16",
    "5, 4, 1, 1, 1",
    "0, 4, 2, 1, 2"
  })
  void sharesThreads(int works, int most, int threads, int fits, int each) {
    SideBySide plan = SideBySide.of(most, works, threads);
    assertThat(plan).isEqualTo(new SideBySide(fits, each));
    assertThat(plan.rounds(works) * plan.fits()).isGreaterThanOrEqualTo(works);
  }
}

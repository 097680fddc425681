package dev.auricle.learn.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.auricle.runtime.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Golden: scores worked by hand from sed_eval's definitions. */
class EventScoringTest {
  private static final EventScoring USUAL = EventScoring.USUAL;

  private final List<Event> reference =
      List.of(new Event(0, 2, "a"), new Event(1, 3, "b"), new Event(5, 6, "a"));
  private final List<Event> found =
      List.of(new Event(0.1, 2.1, "a"), new Event(1.5, 3, "b"), new Event(5, 6, "b"));

  @Test
  void segmentsByHand() {
    // Second   0    1      2      3 4 5
    // there    a    a b      b        a
    // heard    a    a b    a b          b
    // correct  1    2      1          0    = 4 of 5 there and 6 heard
    // In second 2 a is inserted; in second 5 b stands in the place of a.
    Counts counts = USUAL.segments(reference, found);
    assertThat(counts).isEqualTo(new Counts(5, 6, 4, 1));
    assertThat(counts.f1()).isCloseTo(8.0 / 11, within(1e-12));
    assertThat(counts.precision()).isCloseTo(4.0 / 6, within(1e-12));
    assertThat(counts.recall()).isCloseTo(4.0 / 5, within(1e-12));
    assertThat(counts.deleted()).isZero();
    assertThat(counts.inserted()).isEqualTo(1);
    assertThat(counts.errorRate()).isCloseTo(2.0 / 5, within(1e-12));
  }

  @Test
  void eventsByHand() {
    // The first a is found; b begins 0.5 s late, which deletes one and inserts one; the second a is
    // substituted.
    Counts counts = USUAL.events(reference, found);
    assertThat(counts).isEqualTo(new Counts(3, 3, 1, 1));
    assertThat(counts.f1()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(counts.errorRate()).isCloseTo(1, within(1e-12));
  }

  @Test
  void labelsByHand() {
    EventScores scores = USUAL.score(reference, found);
    assertThat(scores.byLabel().keySet()).containsExactly("a", "b");
    // a is there in seconds 0, 1, 5 and heard in 0, 1, 2.
    assertThat(scores.byLabel().get("a").segments()).isEqualTo(new Counts(3, 3, 2, 0));
    assertThat(scores.byLabel().get("a").events()).isEqualTo(new Counts(2, 1, 1, 0));
    assertThat(scores.byLabel().get("b").events()).isEqualTo(new Counts(1, 2, 0, 0));
    assertThat(scores.mean(pair -> pair.events().f1())).isCloseTo((2.0 / 3 + 0) / 2, within(1e-12));
  }

  @Test
  void anEndMayBeOffByHalfTheLength() {
    List<Event> ten = List.of(new Event(0, 10, "a"));
    assertThat(USUAL.events(ten, List.of(new Event(0.25, 5, "a"))).correct()).isEqualTo(1);
    assertThat(USUAL.events(ten, List.of(new Event(0.25, 4.9, "a"))).correct()).isZero();
    assertThat(USUAL.events(ten, List.of(new Event(0.26, 10, "a"))).correct()).isZero();
    // A short event's end has the collar.
    List<Event> blip = List.of(new Event(1, 1.2, "a"));
    assertThat(USUAL.events(blip, List.of(new Event(1, 1.45, "a"))).correct()).isEqualTo(1);
    EventScoring strict = new EventScoring(1, 0.25, 0);
    assertThat(strict.events(ten, List.of(new Event(0, 9.7, "a"))).correct()).isZero();
  }

  @Test
  void asManyPairsAsCanBe() {
    // Taking the first that fits would give the event at 0.1 to the one at 0 and leave 0.2 alone.
    List<Event> there = List.of(new Event(0, 1, "a"), new Event(0.2, 1.2, "a"));
    List<Event> heard = List.of(new Event(0.1, 1.1, "a"), new Event(0, 1, "a"));
    assertThat(new EventScoring(1, 0.15, 0).events(there, heard).correct()).isEqualTo(2);
  }

  @Test
  void aDayOfEventsIsScoredAtOnce() {
    List<Event> there = new ArrayList<>();
    List<Event> heard = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      there.add(new Event(1 + 0.2 * i, 1.15 + 0.2 * i, "a"));
      heard.add(new Event(0.81 + 0.2 * i, 0.96 + 0.2 * i, "a"));
    }
    heard.set(0, new Event(12_000.81, 12_000.96, "a"));
    Collections.rotate(heard, 7);
    assertTimeout(
        Duration.ofSeconds(20),
        () -> assertThat(USUAL.score(there, heard).all().events().correct()).isEqualTo(60_000));
  }

  @Test
  void asManyPairsAsByTryingAll() {
    Random random = new Random(1);
    for (int trial = 0; trial < 300; trial++) {
      List<Event> there = drawn(random);
      List<Event> heard = drawn(random);
      int most = most(there, heard, 0, new boolean[heard.size()]);
      assertThat(USUAL.events(there, heard).correct()).isEqualTo(most);
    }
  }

  private static List<Event> drawn(Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(7); i++) {
      double start = random.nextDouble();
      events.add(new Event(start, start + 0.3, random.nextInt(3) > 0 ? "a" : "b"));
    }
    return events;
  }

  private static int most(List<Event> there, List<Event> heard, int next, boolean[] used) {
    if (next == there.size()) {
      return 0;
    }
    int best = most(there, heard, next + 1, used);
    for (int f = 0; f < used.length; f++) {
      if (!used[f]
          && USUAL.events(List.of(there.get(next)), List.of(heard.get(f))).correct() == 1) {
        used[f] = true;
        best = Math.max(best, 1 + most(there, heard, next + 1, used));
        used[f] = false;
      }
    }
    return best;
  }

  @Test
  void nothingIsNoFailure() {
    EventScores scores = USUAL.score(List.of(), List.of());
    assertThat(scores.all().segments()).isEqualTo(Counts.NONE);
    assertThat(scores.all().events().f1()).isNaN();
    assertThat(USUAL.score(reference, List.of()).all().events().errorRate()).isEqualTo(1);
    assertThat(USUAL.score(List.of(), found).all().events().precision()).isZero();
  }

  @Test
  void whatEqualsTheReferenceIsPerfect() {
    Random random = new Random(3);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double start = 500 * random.nextDouble();
      events.add(
          new Event(start, start + 9 * random.nextDouble(), "abc".substring(i % 3, i % 3 + 1)));
    }
    EventScores scores = USUAL.score(events, events);
    assertThat(scores.all().segments().f1()).isEqualTo(1);
    assertThat(scores.all().segments().errorRate()).isZero();
    assertThat(scores.all().events().f1()).isEqualTo(1);
    assertThat(scores.all().events().errorRate()).isZero();
  }
}

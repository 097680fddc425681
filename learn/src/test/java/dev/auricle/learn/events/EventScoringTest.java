package dev.auricle.learn.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.runtime.Event;
import java.util.ArrayList;
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

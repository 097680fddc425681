package dev.auricle.runtime.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioFormat;
import dev.auricle.audio.AudioWriter;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.Preparation;
import dev.auricle.runtime.TinyBundle;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: the same sound gives the same events to the sample, however it arrives. */
class DetectorTest {
  private static final int RATE = 8000;

  @TempDir Path folder;

  @Test
  void aSoundIsFoundWhereItIs() {
    // Silence to 3 s, loud to 7.4 s, quieter noise to 12 s.
    float[] sound = new float[12 * RATE];
    Random random = new Random(1);
    for (int i = 3 * RATE; i < sound.length; i++) {
      boolean loud = i < 7.4 * RATE;
      sound[i] =
          loud
              ? (float) (0.8 * Math.sin(0.5 * i) + 0.1 * random.nextGaussian())
              : (float) (0.003 * random.nextGaussian());
    }
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1);
        Detector detector = Detector.of(classifier, options(classifier.bundle()), 1)) {
      List<Event> events = detector.detect(new AudioClip(sound, RATE));
      assertThat(events.get(0).label()).isEqualTo("loud");
      assertThat(events.get(0).start()).isCloseTo(3, within(0.011));
      assertThat(events.get(0).end()).isCloseTo(7.4, within(0.03));
      assertThat(events.get(0).score()).isBetween(0.5, 1.0);
    }
  }

  @Test
  void withoutThreadsThereIsNoDetector() {
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1)) {
      DetectionOptions options = options(classifier.bundle());
      for (int threads : new int[] {0, -1}) {
        assertThatThrownBy(() -> Detector.of(classifier, options, threads))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("threads must be at least 1, found " + threads);
      }
    }
  }

  @Test
  void aClosedDetectorSaysSo() {
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1)) {
      Detector detector = Detector.of(classifier, options(classifier.bundle()), 2);
      try (DetectionStream stream = detector.open(RATE, event -> {})) {
        stream.push(new float[RATE]);
        detector.close();
        assertThatThrownBy(() -> stream.push(new float[60 * RATE]))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("closed");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyChunkingGivesTheSameEvents(long seed) {
    Random random = new Random(seed);
    Bundle bundle = seed % 3 == 0 ? freeLength() : TinyBundle.logMel();
    DetectionOptions options =
        options(bundle)
            .with(
                Map.of(
                    "exclusive",
                    seed % 2 == 0,
                    "minOn",
                    0.1 * random.nextInt(4),
                    "minOff",
                    0.1 * random.nextInt(8),
                    "median",
                    0.15 * random.nextInt(4),
                    "gapDb",
                    seed == 4 ? "none" : 10 + random.nextInt(20),
                    "gap",
                    0.3 + 0.2 * random.nextInt(3),
                    "refine",
                    seed == 5 ? 0 : 0.3));
    float[] sound = programme(random, 25 + random.nextInt(15), RATE);
    try (Classifier classifier = Classifier.of(bundle, 1);
        Detector alone = Detector.of(classifier, options, 1);
        Detector threads = Detector.of(classifier, options, 3)) {
      List<Event> whole = alone.detect(new AudioClip(sound, RATE));
      assertThat(whole.size()).isGreaterThan(3);
      for (int trial = 0; trial < 4; trial++) {
        Detector detector = trial % 2 == 0 ? alone : threads;
        List<Event> events = new ArrayList<>();
        try (DetectionStream stream =
            trial < 3 ? detector.open(RATE, events::add) : detector.openLive(RATE, events::add)) {
          int longest = new int[] {7, 500, 40_000, 3000}[trial];
          for (int at = 0; at < sound.length; ) {
            int count = Math.min(sound.length - at, 1 + random.nextInt(longest));
            stream.push(sound, at, count);
            at += count;
          }
          stream.finish();
        }
        events.sort(Event.IN_TIME);
        assertSame(events, whole);
      }
    }
  }

  /** Windows of a second, ten seconds apart: the last cell may end before its window begins. */
  @ParameterizedTest
  @ValueSource(ints = {2, 12, 22, 25})
  void theLastWindowEndsWithTheSound(int seconds) {
    float[] sound = new float[seconds * RATE];
    Random random = new Random(seconds);
    for (int i = 0; i < sound.length; i++) {
      boolean last = i >= sound.length - RATE;
      sound[i] = (float) ((last ? 0.3 : 0.003) * random.nextGaussian());
    }
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1);
        Detector detector =
            Detector.of(
                classifier, options(classifier.bundle()).with(Map.of("hop", 10, "window", 1)), 1)) {
      List<Cell> cells = new ArrayList<>();
      push(detector.open(RATE, new Cells(cells, new ArrayList<>())), sound, sound.length, random);
      assertThat(cells).hasSize((seconds + 9) / 10);
      Cell last = cells.get(cells.size() - 1);
      assertThat(last.end()).isEqualTo(seconds);
      float[] expected =
          new WindowScores(classifier, detector.options())
              .score(Arrays.copyOfRange(sound, sound.length - RATE, sound.length), 0, 0, HEARD)[0];
      assertThat(last.probabilities()).containsExactly(expected, within(1e-6f));
      assertThat(expected[2]).isGreaterThan(0.5f);
      for (Cell cell : cells.subList(0, cells.size() - 1)) {
        assertThat(cell.probabilities()[2]).isLessThan(0.5f);
      }
    }
  }

  @Test
  void anyHopWindowAndLengthGiveTheSameHoweverTheSoundArrives() {
    Random random = new Random(17);
    try (Classifier fixed = Classifier.of(TinyBundle.logMel(), 1);
        Classifier free = Classifier.of(freeLength(), 1)) {
      for (int trial = 0; trial < 80; trial++) {
        double hop = 0.02 * Math.pow(1500, random.nextDouble());
        double window = Math.max(0.01, hop * Math.pow(10, 3 * random.nextDouble() - 2));
        int length = random.nextInt(random.nextInt(8) * RATE + 2);
        Classifier classifier = random.nextBoolean() ? fixed : free;
        DetectionOptions options =
            options(classifier.bundle())
                .with(
                    Map.of(
                        "hop",
                        hop,
                        "window",
                        window,
                        "silenceDb",
                        random.nextBoolean() ? "none" : -60,
                        "refine",
                        random.nextBoolean() ? 0 : 0.3));
        float[] sound = Arrays.copyOf(programme(random, 8, RATE), length);
        String what = String.format("hop %s, window %s, %d samples", hop, window, length);
        try (Detector detector = Detector.of(classifier, options, 1 + 2 * random.nextInt(2))) {
          List<Cell> whole = new ArrayList<>();
          List<Event> events = new ArrayList<>();
          push(detector.open(RATE, new Cells(whole, events)), sound, length, random);
          events.sort(Event.IN_TIME);
          long samples = Math.max(1, Math.round(hop * RATE));
          assertThat(whole).as(what).hasSize((int) ((length + samples - 1) / samples));
          assertSame(detector.rehearse(new AudioClip(sound, RATE)).events(options), events);
          for (int longest : new int[] {100, 3000, 40_000}) {
            List<Cell> cells = new ArrayList<>();
            List<Event> others = new ArrayList<>();
            Cells listener = new Cells(cells, others);
            push(
                random.nextBoolean()
                    ? detector.open(RATE, listener)
                    : detector.openLive(RATE, listener),
                sound,
                longest,
                random);
            others.sort(Event.IN_TIME);
            assertSame(others, events);
            assertThat(cells).as(what).hasSameSizeAs(whole);
            for (int i = 0; i < cells.size(); i++) {
              Cell expected = whole.get(i);
              assertThat(cells.get(i).start()).as(what).isEqualTo(expected.start());
              assertThat(cells.get(i).end()).as(what).isEqualTo(expected.end());
              assertThat(cells.get(i).probabilities())
                  .as(what)
                  .containsExactly(expected.probabilities(), within(1e-5f));
            }
          }
        }
      }
    }
  }

  /** A window that is scored. */
  private static final boolean[] HEARD = {false};

  private record Cell(double start, double end, float[] probabilities) {}

  private record Cells(List<Cell> cells, List<Event> events) implements DetectionListener {
    @Override
    public void event(Event event) {
      events.add(event);
    }

    @Override
    public void heard(double start, double end, float[] probabilities) {
      cells.add(new Cell(start, end, probabilities.clone()));
    }
  }

  /** Pushes a sound in pieces of random lengths, and ends and closes the stream. */
  private static void push(DetectionStream stream, float[] sound, int longest, Random random) {
    try (stream) {
      for (int at = 0; at < sound.length; ) {
        int count =
            longest >= sound.length
                ? sound.length
                : Math.min(sound.length - at, 1 + random.nextInt(longest));
        stream.push(sound, at, count);
        at += count;
      }
      stream.finish();
    }
  }

  @Test
  void aFileGivesWhatItsSamplesGive() {
    float[] sound = programme(new Random(7), 30, 11025);
    Path file = folder.resolve("sound.wav");
    AudioWriter.write(new AudioClip(sound, 11025), file, AudioFormat.WAV_FLOAT);
    Path bundle = folder.resolve("tiny.auricle");
    TinyBundle.logMel().write(bundle);
    try (Detector detector = Detector.load(bundle)) {
      List<Event> ofFile = detector.detect(file);
      assertThat(ofFile).isNotEmpty().isEqualTo(detector.detect(new AudioClip(sound, 11025)));
      List<Double> starts = new ArrayList<>();
      double seconds =
          detector.detect(
              file,
              new DetectionListener() {
                @Override
                public void event(Event event) {}

                @Override
                public void heard(double start, double end, float[] probabilities) {
                  starts.add(start);
                  assertThat(probabilities).hasSize(3);
                }
              });
      assertThat(seconds).isCloseTo(30, within(1e-3));
      assertThat(starts).isSorted().hasSize((int) Math.ceil(30 / detector.options().hop()));
    }
  }

  @Test
  void shortAndEmptySoundsAreNoFailure() {
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1);
        Detector detector = Detector.of(classifier, options(classifier.bundle()), 1)) {
      assertThat(detector.detect(new AudioClip(new float[0], RATE))).isEmpty();
      for (int length : new int[] {1, 79, 800, 4000, 4001}) {
        float[] sound = new float[length];
        Arrays.fill(sound, 0.9f);
        detector.detect(new AudioClip(sound, RATE));
      }
    }
  }

  /** Such a sample is above no level, and must not pass for silence. */
  @ParameterizedTest
  @ValueSource(ints = {RATE, 11025})
  void whatIsNoNumberIsNamedByItsPlace(int rate) {
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1);
        Detector detector = Detector.of(classifier, options(classifier.bundle()), 1)) {
      for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
        for (int count : new int[] {1, 4 * rate}) {
          float[] broken = new float[6 * rate];
          Arrays.fill(broken, 12_345, 12_345 + count, value);
          AudioClip clip = new AudioClip(broken, rate);
          DetectionStream stream = detector.open(rate, event -> {});
          stream.push(broken, 0, 12_300);
          for (ThrowingCallable call :
              List.<ThrowingCallable>of(
                  () -> detector.detect(clip),
                  () -> detector.rehearse(clip),
                  () -> stream.push(broken, 12_300, 1000))) {
            assertThatThrownBy(call)
                .isInstanceOf(AuricleException.class)
                .hasMessageContaining("sample 12345 is " + value + ", expected a finite number");
          }
          assertThatThrownBy(() -> stream.push(new float[10]))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("sample 12345 ");
        }
      }
    }
  }

  /** What comes after a failure would be given the times of what was lost with it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aStreamThatHasFailedGoesOnWithNothing(int threads) {
    float[] sound = programme(new Random(9), 10, RATE);
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1);
        Detector detector = Detector.of(classifier, options(classifier.bundle()), threads)) {
      int[] heard = {0};
      DetectionListener listener =
          new DetectionListener() {
            @Override
            public void event(Event event) {}

            @Override
            public void heard(double start, double end, float[] probabilities) {
              if (++heard[0] == 12) {
                throw new UnsupportedOperationException("nobody listens");
              }
            }
          };
      DetectionStream stream = detector.open(RATE, listener);
      assertThatThrownBy(
              () -> {
                stream.push(sound);
                stream.finish();
              })
          .isInstanceOf(UnsupportedOperationException.class);
      for (ThrowingCallable again :
          List.<ThrowingCallable>of(() -> stream.push(sound), stream::finish)) {
        assertThatThrownBy(again)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContainingAll("failed before", "nobody listens", "open a new one")
            .hasCauseInstanceOf(UnsupportedOperationException.class);
      }
      assertThat(heard[0]).isEqualTo(12);
      stream.close();
      assertThatThrownBy(stream::finish).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void whatFailsAtTheEndIsNotFinished() {
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1);
        Detector detector = Detector.of(classifier, options(classifier.bundle()), 1);
        DetectionStream stream =
            detector.open(
                RATE,
                event -> {
                  throw new AssertionError();
                })) {
      float[] sound = new float[RATE];
      Arrays.fill(sound, 0.9f);
      stream.push(sound);
      assertThatThrownBy(stream::finish).isInstanceOf(AssertionError.class);
      assertThatThrownBy(stream::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("AssertionError");
    }
  }

  @Test
  void nothingIsLostWhereLabelsDoNotExcludeEachOther() {
    Bundle bundle = TinyBundle.logMel();
    DetectionOptions options =
        options(bundle)
            .with(Map.of("exclusive", false, "on", 0.01, "off", 0.0, "silenceDb", "none"));
    try (Classifier classifier = Classifier.of(bundle, 1);
        Detector detector = Detector.of(classifier, options, 1)) {
      List<Event> events = detector.detect(new AudioClip(programme(new Random(3), 10, RATE), RATE));
      assertThat(events).extracting(Event::label).contains("quiet", "middling", "loud");
    }
  }

  /** Scores of windows may differ in their last bits between batches of one and of many. */
  private static void assertSame(List<Event> events, List<Event> expected) {
    assertThat(events).hasSameSizeAs(expected);
    for (int i = 0; i < events.size(); i++) {
      Event one = events.get(i);
      Event other = expected.get(i);
      assertThat(one.start()).isEqualTo(other.start());
      assertThat(one.end()).isEqualTo(other.end());
      assertThat(one.label()).isEqualTo(other.label());
      assertThat(one.score()).isCloseTo(other.score(), within(1e-6));
    }
  }

  private static DetectionOptions options(Bundle bundle) {
    return DetectionOptions.usual(bundle);
  }

  private static Bundle freeLength() {
    return TinyBundle.of(
        new Preparation(RATE, null, null),
        FrontEnds.of(Map.of("preset", "mfcc-20", "sampleRate", RATE, "fft", 512)),
        0.1f);
  }

  /** Stretches of tones and noise of several levels, with silences and quiet rooms between some. */
  static float[] programme(Random random, int seconds, int rate) {
    float[] sound = new float[seconds * rate];
    for (int from = 0; from < sound.length; ) {
      int to = Math.min(sound.length, from + (int) ((0.2 + 2 * random.nextDouble()) * rate));
      int kind = random.nextInt(6);
      double gain = kind == 0 ? 0 : kind == 1 ? 0.003 : Math.pow(10, -2.5 * random.nextDouble());
      double pitch = 0.1 + 1.5 * random.nextDouble();
      for (int i = from; i < to; i++) {
        sound[i] = (float) (gain * (0.7 * Math.sin(pitch * i) + 0.2 * random.nextGaussian()));
      }
      from = to;
    }
    return sound;
  }
}

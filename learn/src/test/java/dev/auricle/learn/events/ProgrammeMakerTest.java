package dev.auricle.learn.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioClip;
import dev.auricle.runtime.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Property: a programme's events say what is in it. */
class ProgrammeMakerTest {
  private static final int RATE = 8000;

  /** The noisiest room's peaks; the softest clip is louder. */
  private static final float ROOM = 0.045f;

  @Test
  void eachLabelIsHeardWhereItsEventsAre() {
    // One label lies above zero, the other below, so that the sign tells what is heard.
    Map<String, List<AudioClip>> clips = Map.of("high", clips(0.5f), "low", clips(-0.5f));
    Programme programme = new ProgrammeMaker(clips, RATE, 5).make();
    assertThat(programme.sound().seconds()).isBetween(300.0, 600.0);
    assertThat(programme.events()).isSortedAccordingTo(Event.IN_TIME).hasSizeGreaterThan(10);
    float[] samples = programme.sound().samples();
    double fade = 0.051;
    double before = 0;
    for (Event event : programme.events()) {
      assertThat(event.start()).isGreaterThanOrEqualTo(before);
      for (int i = (int) (before * RATE) + 1; i < event.start() * RATE - fade * RATE; i++) {
        assertThat(Math.abs(samples[i])).isLessThan(ROOM);
      }
      float most = 0;
      int sign = event.label().equals("high") ? 1 : -1;
      for (int i = (int) ((event.start() + fade) * RATE); i < (event.end() - fade) * RATE; i++) {
        // A quiet room may lie between two clips.
        assertThat(sign * samples[i]).isGreaterThan(-ROOM);
        most = Math.max(most, sign * samples[i]);
      }
      assertThat(most).isGreaterThan(ROOM);
      before = event.end();
    }
  }

  @Test
  void theSameSeedGivesTheSameProgramme() {
    Map<String, List<AudioClip>> clips = Map.of("high", clips(0.5f), "low", clips(-0.5f));
    Programme one = new ProgrammeMaker(clips, RATE, 5).make();
    assertThat(new ProgrammeMaker(clips, RATE, 5).make().events()).isEqualTo(one.events());
    assertThat(new ProgrammeMaker(clips, RATE, 6).make().events()).isNotEqualTo(one.events());
  }

  private static List<AudioClip> clips(float level) {
    Random random = new Random(1);
    List<AudioClip> clips = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      float[] samples = new float[RATE * (1 + i)];
      for (int k = 0; k < samples.length; k++) {
        samples[k] = level * (0.5f + 0.5f * random.nextFloat());
      }
      clips.add(new AudioClip(samples, RATE));
    }
    return clips;
  }
}

package dev.auricle.data.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.testing.Shared;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Story: what the audit says of published sets. */
class RealAuditTest {

  @Test
  void fourRecordingsOfEsc50StandInTwoFolds() {
    Dataset dataset = Layouts.open(Shared.require("data/ESC-50"));
    Findings findings = Audit.quick(dataset, dataset.defaultProtocol());
    assertThat(findings.crossing())
        .filteredOn(l -> l.kind() == Leak.Kind.SAME_SOURCE)
        .extracting(Leak::what)
        .containsExactlyInAnyOrder(
            "recording 131943", "recording 134049", "recording 209698", "recording 234879");
  }

  /** Part of {@code mvn verify -Psoak}: some forty seconds of one core. */
  @Test
  @EnabledIfSystemProperty(named = "auricle.soak", matches = "true")
  void theWholeAuditOfEsc50FindsSoundsInTwoFoldsWithinAMinute() {
    Dataset dataset = Layouts.open(Shared.require("data/ESC-50"));
    long start = System.nanoTime();
    Findings findings = Audit.run(dataset, dataset.defaultProtocol(), 2, Audit.Progress.NONE);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("ESC-50 audited in %.1f s%n", seconds);
    assertThat(findings.facts()).hasSize(2000);
    assertThat(findings.crossing())
        .extracting(Leak::ids)
        .contains(
            List.of("audio/2-110011-A-5.ogg", "audio/5-256452-A-5.ogg"),
            List.of("audio/3-120526-B-37.ogg", "audio/4-189332-A-37.ogg"),
            List.of("audio/3-151080-A-20.ogg", "audio/5-151085-A-20.ogg"));
    assertThat(seconds).isLessThan(60);
  }

  /** The manifest gives each animal clip a group of its own, so only the sound shows it. */
  @Test
  @EnabledIfSystemProperty(named = "auricle.soak", matches = "true")
  void theFourClassesHaveOneSoundInTrainingAndTest() {
    Dataset dataset = Layouts.open(Shared.require("data/speech-music-animal-vehicle"));
    Findings findings = Audit.run(dataset, dataset.defaultProtocol(), 2, Audit.Progress.NONE);
    assertThat(findings.crossing())
        .extracting(Leak::ids)
        .containsExactly(List.of("animal/yashnita_0268.ogg", "animal/yashnita_0275.ogg"));
  }
}

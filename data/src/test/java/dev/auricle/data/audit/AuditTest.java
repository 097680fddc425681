package dev.auricle.data.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: a small dataset with one of each kind of leak planted in it. */
class AuditTest {
  @TempDir Path root;

  @BeforeEach
  void makeTwentyFourUnrelatedSounds() {
    for (int i = 0; i < 24; i++) {
      Sounds.write(path(i), Sounds.bursts(i, 2));
    }
  }

  private Path path(int i) {
    return root.resolve((i % 2 == 0 ? "even/" : "odd/") + String.format("%02d.wav", i));
  }

  @Test
  void unrelatedSoundsAreNotFound() {
    Findings findings = audit();
    assertThat(findings.leaks()).isEmpty();
    assertThat(findings.headline()).isEmpty();
    assertThat(findings.facts()).hasSize(24);
    assertThat(findings.unreadable()).isEmpty();
    assertThat(findings.complete()).isTrue();
  }

  @Test
  void aCopyIsFoundByItsBytes() throws IOException {
    Files.copy(path(0), root.resolve("odd/copy.wav"));
    Leak leak = only(audit());
    assertThat(leak.kind()).isEqualTo(Leak.Kind.SAME_BYTES);
    assertThat(leak.ids()).containsExactly("even/00.wav", "odd/copy.wav");
    assertThat(leak.labelsDiffer()).isTrue();
    assertThat(only(Audit.quick(Layouts.open(root), kfold()))).isEqualTo(leak);
  }

  @Test
  void losslessCompressionIsFoundByTheSamples() {
    Ffmpeg.convert(path(4), "anull", root.resolve("even/again.flac"));
    Leak leak = only(audit());
    assertThat(leak.kind()).isEqualTo(Leak.Kind.SAME_SAMPLES);
    assertThat(leak.ids()).containsExactly("even/04.wav", "even/again.flac");
    assertThat(Audit.quick(Layouts.open(root), kfold()).leaks()).isEmpty();
  }

  @Test
  void aShiftedQuieterMp3IsFoundByItsSound() {
    Ffmpeg.convert(
        path(6), "adelay=130,volume=-9dB", root.resolve("odd/disguise.mp3"), "-b:a", "48k");
    Leak leak = only(audit());
    assertThat(leak.kind()).isEqualTo(Leak.Kind.NEAR_DUPLICATE);
    assertThat(leak.ids()).containsExactly("even/06.wav", "odd/disguise.mp3");
    assertThat(leak.what()).contains("shifted by 0.1").contains("levels 9.");
  }

  @Test
  void windowsOfOneRecordingThatShareHalfTheirTimeAreFound() {
    float[] recording = Sounds.bursts(99, 3);
    Sounds.write(root.resolve("odd/w1.wav"), Arrays.copyOfRange(recording, 0, 32000));
    Sounds.write(root.resolve("odd/w2.wav"), Arrays.copyOfRange(recording, 16000, 48000));
    Leak leak = only(audit());
    assertThat(leak.ids()).containsExactly("odd/w1.wav", "odd/w2.wav");
    assertThat(leak.what()).contains("shifted by 1.00 s");
  }

  @Test
  void overlappingStretchesAndASourceOnBothSidesAreFoundWithoutDecoding() throws IOException {
    Files.writeString(
        root.resolve("manifest.csv"),
        """
        path,label,start,end,group,split
        even/00.wav,a,0,1,anna,train
        even/00.wav,b,0.5,1.5,berta,test
        even/02.wav,a,0,1,carla,train
        even/04.wav,b,,,carla,test
        even/06.wav,a,,,dora,train
        even/08.wav,b,,,emil,test
        """);
    Dataset dataset = Layouts.open(root);
    Findings findings = Audit.quick(dataset, dataset.defaultProtocol());
    assertThat(findings.leaks())
        .extracting(Leak::kind)
        .containsExactly(Leak.Kind.OVERLAP, Leak.Kind.SAME_SOURCE, Leak.Kind.SAME_SOURCE);
    assertThat(findings.leaks().get(0).ids())
        .containsExactly("even/00.wav#0-1", "even/00.wav#0.5-1.5");
    assertThat(findings.leaks().get(0).what()).isEqualTo("up to 0.50 s in common");
    assertThat(findings.leaks().get(0).sides()).isEqualTo("test and train");
    assertThat(findings.leaks()).extracting(Leak::what).contains("group carla");
    assertThat(findings.headline())
        .hasValue(
            "leaks: 1 × overlapping stretches, 2 × same source on both sides of the split"
                + " (auricle inspect)");
  }

  @Test
  void brokenAndSilentFilesAreNamed() throws IOException {
    Files.writeString(root.resolve("odd/broken.wav"), "this is no sound");
    Sounds.write(root.resolve("odd/silent1.wav"), new float[16000]);
    Sounds.write(root.resolve("odd/silent2.wav"), new float[20000]);
    Findings findings = audit();
    assertThat(findings.unreadable()).containsOnlyKeys("odd/broken.wav");
    assertThat(findings.leaks()).isEmpty();
    assertThat(findings.facts().stream().filter(FileFacts::silent).map(FileFacts::id))
        .containsExactly("odd/silent1.wav", "odd/silent2.wav");
  }

  @Test
  void threadsDoNotChangeTheFindings() {
    Ffmpeg.convert(path(6), "volume=-9dB", root.resolve("odd/disguise.mp3"), "-b:a", "48k");
    Dataset dataset = Layouts.open(root);
    assertThat(Audit.run(dataset, kfold(), 3, Audit.Progress.NONE))
        .isEqualTo(Audit.run(dataset, kfold(), 1, Audit.Progress.NONE));
  }

  private Findings audit() {
    return Audit.run(Layouts.open(root), kfold(), 2, Audit.Progress.NONE);
  }

  private static Protocol kfold() {
    return Protocol.parse("kfold:5", 42);
  }

  private static Leak only(Findings findings) {
    List<Leak> leaks = findings.leaks();
    assertThat(leaks).hasSize(1);
    return leaks.get(0);
  }
}

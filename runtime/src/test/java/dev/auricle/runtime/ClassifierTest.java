package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.audio.AudioClip;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: a bundle classifies files and clips, alone, together, and from many threads. */
class ClassifierTest {
  @TempDir Path folder;

  @Test
  void aFileAndItsSamplesGetTheSameAnswer() throws IOException {
    try (Classifier classifier = load(TinyBundle.logMel())) {
      Path file = wav("loud.wav", 16000, 8000, 0.9f);
      Classification ofFile = classifier.classify(file);
      Classification ofClip = classifier.classify(clip(16000, 8000, 0.9f));
      assertThat(ofFile.best().label()).isEqualTo("loud");
      assertSame(ofFile, ofClip, 1e-6);
      assertThat(ofFile.ranked()).hasSize(3);
      assertThat(ofFile.ranked().stream().mapToDouble(Classification.Scored::probability).sum())
          .isCloseTo(1, within(1e-5));
      assertThat(classifier.classify(clip(8000, 4000, 0)).best().label()).isEqualTo("quiet");
    }
  }

  @Test
  void clipsTogetherGetWhatTheyGetAlone() throws IOException {
    List<AudioClip> clips = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      // Of several rates and lengths; one so long that it is cut into windows.
      clips.add(clip(i % 2 == 0 ? 8000 : 11025, i == 40 ? 200_000 : 500 + 300 * i, 0.01f * i));
    }
    try (Classifier fixed = load(TinyBundle.logMel());
        Classifier free = Classifier.of(freeLength(), 1)) {
      for (Classifier classifier : List.of(fixed, free)) {
        List<Classification> together = classifier.classify(clips);
        for (int i = 0; i < clips.size(); i++) {
          assertSame(together.get(i), classifier.classify(clips.get(i)), 1e-6);
        }
        assertThat(classifier.classify(List.<AudioClip>of())).isEmpty();
      }
    }
  }

  @Test
  void aLongFileIsTheMeanOverItsWindows() throws IOException {
    int rate = 8000;
    // 12 s: six of silence, then six loud; windows of half a second, 0.25 s apart.
    Path file =
        Wav.write(
            folder.resolve("long.wav"), rate, 12L * rate, i -> i < 6L * rate ? 0 : tone(i, 0.9f));
    Bundle bundle = TinyBundle.logMel();
    try (Classifier classifier = load(bundle)) {
      double[] expected = new double[3];
      int windows = 0;
      for (int start = 0; start + 4000 <= 12 * rate; start += 2000) {
        float[] samples = new float[4000];
        for (int i = 0; i < samples.length; i++) {
          samples[i] = start + i < 6 * rate ? 0 : tone(start + i, 0.9f);
        }
        float[] one = classifier.probabilities(new AudioClip(samples, rate));
        for (int label = 0; label < 3; label++) {
          expected[label] += one[label];
        }
        windows++;
      }
      assertThat(windows).isEqualTo(47);
      Classification found = classifier.classify(file);
      for (Classification.Scored scored : found.ranked()) {
        int label = TinyBundle.LABELS.indexOf(scored.label());
        assertThat(scored.probability()).isCloseTo(expected[label] / windows, within(1e-5));
      }
    }
  }

  @Test
  void manyThreadsShareOneClassifier() throws Exception {
    Path file = wav("shared.wav", 22050, 30_000, 0.3f);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try (Classifier classifier = load(TinyBundle.logMel())) {
      Classification alone = classifier.classify(file);
      List<Callable<Classification>> calls = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        AudioClip own = clip(22050, 10_000 + i, 0.3f);
        Classification ownAlone = classifier.classify(own);
        calls.add(
            () -> {
              assertThat(classifier.classify(own)).isEqualTo(ownAlone);
              return classifier.classify(file);
            });
      }
      for (Future<Classification> result : pool.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void whatCannotBeClassifiedIsNamed() throws IOException {
    Path empty = wav("empty.wav", 8000, 0, 0);
    Path text = Files.writeString(folder.resolve("text.wav"), "no sound at all");
    try (Classifier classifier = load(TinyBundle.logMel())) {
      for (Path file : List.of(empty, text, folder.resolve("absent.wav"))) {
        assertThatThrownBy(() -> classifier.classify(file))
            .isInstanceOf(AuricleException.class)
            .hasMessageContaining(file.getFileName().toString());
      }
      assertThatThrownBy(() -> classifier.classify(new AudioClip(new float[0], 8000)))
          .isInstanceOf(AuricleException.class)
          .hasMessageContaining("no samples");
      for (int rate : new int[] {8000, 16000}) {
        AudioClip broken = clip(rate, 4000, 0.5f);
        broken.samples()[77] = Float.NaN;
        assertThatThrownBy(() -> classifier.classify(broken))
            .isInstanceOf(AuricleException.class)
            .hasMessageContaining("sample 77 ");
      }
    }
  }

  private Classifier load(Bundle bundle) throws IOException {
    Path file = Files.createTempFile(folder, "test", ".auricle");
    bundle.write(file);
    return Classifier.load(file);
  }

  private static Bundle freeLength() {
    FrontEnd frontEnd =
        FrontEnds.of(java.util.Map.of("preset", "mfcc-20", "sampleRate", 8000, "fft", 512));
    return TinyBundle.of(new Preparation(8000, null, null), frontEnd, 0.1f);
  }

  private Path wav(String name, int rate, int samples, float gain) throws IOException {
    return Wav.write(folder.resolve(name), rate, samples, i -> tone(i, gain));
  }

  private static AudioClip clip(int rate, int samples, float gain) {
    float[] sound = new float[samples];
    for (int i = 0; i < samples; i++) {
      sound[i] = tone(i, gain);
    }
    return new AudioClip(sound, rate);
  }

  private static float tone(long i, float gain) {
    return gain * (float) (Math.sin(0.1 * i) + 0.3 * Math.sin(0.7 * i));
  }

  private static void assertSame(Classification a, Classification b, double tolerance) {
    for (int i = 0; i < a.ranked().size(); i++) {
      assertThat(a.ranked().get(i).label()).isEqualTo(b.ranked().get(i).label());
      assertThat(a.ranked().get(i).probability())
          .isCloseTo(b.ranked().get(i).probability(), within(tolerance));
    }
  }
}

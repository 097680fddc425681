package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioClip;
import dev.auricle.runtime.detection.Detector;
import dev.auricle.testing.LongRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Property: a recording however long is classified in the memory that a short one takes. Runs in a
 * JVM of its own with a heap smaller than the recording; 24 hours long under {@code -Psoak}, else
 * twenty minutes. And clips however many are classified in the memory that a few take: 100,000
 * under {@code -Psoak}, else 4,000.
 */
class FlatMemoryTest {
  private static final int RATE = 16000;
  private static final int HEAP_MB = 48;
  private static final int SPARE_MB = 40;

  @TempDir Path folder;

  @Test
  void aLongRecordingTakesNoMoreMemoryThanAShortOne() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/proc/self/status")), "SKIPPED: needs Linux to tell peak memory");
    int minutes = Boolean.getBoolean("auricle.soak") ? 24 * 60 : 20;
    Path bundle = folder.resolve("tiny.auricle");
    TinyBundle.logMel().write(bundle);
    List<String> few = classify(bundle, LongRecording.write(folder.resolve("short.wav"), 2, RATE));
    List<String> many =
        classify(bundle, LongRecording.write(folder.resolve("long.wav"), minutes, RATE));
    System.out.println("2 min: " + few + "; " + minutes + " min: " + many);
    assertThat(many.get(0)).isIn(TinyBundle.LABELS);
    // Twenty minutes are 77 MB of floats, which the heap cannot hold; outside it nothing may grow.
    assertThat(peak(many)).isLessThan(peak(few) + SPARE_MB);
  }

  @Test
  void detectingInALongRecordingTakesNoMoreMemoryThanInAShortOne() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/proc/self/status")), "SKIPPED: needs Linux to tell peak memory");
    boolean soak = Boolean.getBoolean("auricle.soak");
    int minutes = soak ? 24 * 60 : 20;
    int heap = soak ? 256 : HEAP_MB;
    Path bundle = folder.resolve("tiny.auricle");
    TinyBundle.logMel().write(bundle);
    List<String> few =
        run(
            DetectInLittleMemory.class,
            heap,
            bundle,
            LongRecording.write(folder.resolve("short.wav"), 2, RATE));
    List<String> many =
        run(
            DetectInLittleMemory.class,
            heap,
            bundle,
            LongRecording.write(folder.resolve("long.wav"), minutes, RATE));
    System.out.println("detect, 2 min: " + few + "; " + minutes + " min: " + many);
    // A burst each minute.
    assertThat(Long.parseLong(many.get(0))).isBetween(minutes - 1L, minutes + 1L);
    assertThat(peak(many)).isLessThan(peak(few) + (soak ? 256 : SPARE_MB));
  }

  @Test
  void manyClipsTakeNoMoreMemoryThanFew() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/proc/self/status")), "SKIPPED: needs Linux to tell peak memory");
    int clips = Boolean.getBoolean("auricle.soak") ? 100_000 : 4_000;
    Path bundle = folder.resolve("tiny.auricle");
    TinyBundle.logMel().write(bundle);
    List<String> few = run(ClassifyManyInLittleMemory.class, HEAP_MB, bundle, 1_000);
    List<String> many = run(ClassifyManyInLittleMemory.class, HEAP_MB, bundle, clips);
    System.out.println("1000 clips: " + few + "; " + clips + " clips: " + many);
    assertThat(many.get(0)).isEqualTo(clips + " of " + clips);
    assertThat(peak(many)).isLessThan(peak(few) + SPARE_MB);
  }

  private static long peak(List<String> lines) {
    return Long.parseLong(lines.get(1));
  }

  private static List<String> classify(Path bundle, Path recording) throws Exception {
    return run(ClassifyInLittleMemory.class, HEAP_MB, bundle, recording);
  }

  private static List<String> run(Class<?> program, int heap, Path bundle, Object input)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                program.getName(),
                bundle.toString(),
                input.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    // A long class path on the command line is more than ONNX Runtime takes.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }

  /** What the other JVM runs; prints the best label and the process's peak memory in MB. */
  static final class ClassifyInLittleMemory {
    private ClassifyInLittleMemory() {}

    public static void main(String[] args) throws IOException {
      try (Classifier classifier = Classifier.load(Path.of(args[0]))) {
        System.out.println(classifier.classify(Path.of(args[1])).best().label());
      }
      System.out.println(peakMegabytes());
    }
  }

  /** As {@link ClassifyInLittleMemory}; two threads share the clips, of any rate and length. */
  static final class ClassifyManyInLittleMemory {
    private ClassifyManyInLittleMemory() {}

    public static void main(String[] args) throws IOException {
      int clips = Integer.parseInt(args[1]);
      try (Classifier classifier = Classifier.load(Path.of(args[0]))) {
        long answered =
            IntStream.range(0, clips)
                .parallel()
                .filter(i -> !classifier.classify(clip(i)).best().label().isEmpty())
                .count();
        System.out.println(answered + " of " + clips);
      }
      System.out.println(peakMegabytes());
    }

    private static AudioClip clip(int seed) {
      Random random = new Random(seed);
      float[] samples = new float[500 + random.nextInt(5000)];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = random.nextFloat() - 0.5f;
      }
      return new AudioClip(samples, random.nextInt(4) == 0 ? 11025 : 8000);
    }
  }

  private static long peakMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      String line = lines.filter(each -> each.startsWith("VmHWM")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }
  }

  /** As {@link ClassifyInLittleMemory}; prints how many loud events there are. */
  static final class DetectInLittleMemory {
    private DetectInLittleMemory() {}

    public static void main(String[] args) throws IOException {
      try (Classifier classifier = Classifier.load(Path.of(args[0]));
          Detector detector =
              Detector.of(
                  classifier,
                  // Silence too goes through the model, and all is one event or another.
                  DetectionOptions.usual(classifier.bundle())
                      .with(
                          Map.of(
                              "hop",
                              0.25,
                              "silenceDb",
                              "none",
                              "gapDb",
                              30.0,
                              "on",
                              0.0,
                              "off",
                              0.0,
                              "refine",
                              0.2)),
                  2)) {
        System.out.println(
            detector.detect(Path.of(args[1])).stream()
                .filter(event -> event.label().equals("loud"))
                .count());
      }
      System.out.println(peakMegabytes());
    }
  }
}

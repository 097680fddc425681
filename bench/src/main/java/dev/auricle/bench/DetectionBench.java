package dev.auricle.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioReader;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.detection.DetectionStream;
import dev.auricle.runtime.detection.Detector;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * How many times real time a bundle detects in a long sound, by the clock and by processor time: a
 * file, decoded once, is pushed into one stream over and over.
 *
 * <p>Arguments: bundle, sound, minutes, then hops in seconds.
 */
public final class DetectionBench {
  private static final int WARM_UP_MINUTES = 5;

  private DetectionBench() {}

  public static void main(String[] args) {
    int threads = Runtime.getRuntime().availableProcessors();
    double minutes = Double.parseDouble(args[2]);
    try (Classifier classifier = Classifier.load(Path.of(args[0]))) {
      int rate = classifier.bundle().preparation().sampleRate();
      AudioClip sound = AudioReader.read(Path.of(args[1]), rate);
      System.out.println(
          "| hop | windows a second | x real time | x real time a core, by CPU time |");
      System.out.println("|---|---|---|---|");
      for (int i = 3; i < args.length; i++) {
        DetectionOptions options =
            DetectionOptions.of(classifier.bundle())
                .with(Map.of("hop", Double.parseDouble(args[i])));
        try (Detector detector = Detector.of(classifier, options, threads)) {
          run(detector, sound, WARM_UP_MINUTES);
          long wall = System.nanoTime();
          long cpu = cpu();
          double heard = run(detector, sound, minutes);
          double took = (System.nanoTime() - wall) / 1e9;
          System.out.printf(
              Locale.ROOT,
              "| %s s | %.0f | %.0f | %.0f |%n",
              args[i],
              heard / options.hop() / took,
              heard / took,
              heard / ((cpu() - cpu) / 1e9));
        }
      }
    }
  }

  private static double run(Detector detector, AudioClip sound, double minutes) {
    int[] events = {0};
    try (DetectionStream stream = detector.open(sound.sampleRate(), event -> events[0]++)) {
      double heard = 0;
      while (heard < 60 * minutes) {
        stream.push(sound.samples());
        heard += sound.seconds();
      }
      stream.finish();
      return heard;
    }
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}

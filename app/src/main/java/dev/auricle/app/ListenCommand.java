package dev.auricle.app;

import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.detection.DetectionStream;
import dev.auricle.runtime.detection.Detector;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auricle listen}: what the microphone hears. */
@Command(
    name = "listen",
    description = "Listens to the microphone: bars in the terminal, events as JSON lines.",
    footer = {
      "",
      "Events go to standard output once nothing can change them any more, bars to",
      "standard error. End with Ctrl-C.",
      "",
      "Examples:",
      "  auricle listen radio.auricle",
      "  auricle listen radio.auricle --seconds 600 > events.jsonl"
    })
final class ListenCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BUNDLE",
      description = "A bundle (*.auricle).")
  private @Nullable Path bundle;

  @Option(names = "--devices", description = "Print the microphones there are.")
  private boolean devices;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "The microphone whose name holds this (default: the system's).")
  private String device = "";

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description = "Rate to record at (default: the bundle's, or what the device has).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Stop after so long (default: go on).")
  @Range(least = 0.001)
  private double seconds = Double.POSITIVE_INFINITY;

  @Mixin private DetectionArguments detection = new DetectionArguments();
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    if (devices) {
      List<String> names = Microphone.names();
      names.forEach(System.out::println);
      if (names.isEmpty()) {
        System.err.println(Microphone.NONE);
      }
      return 0;
    }
    Path file = bundle;
    if (file == null) {
      throw new AuricleException(
          "name a bundle to listen with, as in: auricle listen radio.auricle");
    }
    try (Classifier classifier = Classifier.load(file);
        Detector detector = Detector.of(classifier, detection.resolve(classifier.bundle()), 1)) {
      int wanted = rate > 0 ? rate : classifier.bundle().preparation().sampleRate();
      try (Microphone microphone = Microphone.open(device, wanted)) {
        listen(
            detector,
            microphone,
            new LiveText(classifier.bundle().labels(), options.quiet),
            seconds);
      }
      return 0;
    }
  }

  /** Until the time is over, the line closes, or the process is told to end. */
  static void listen(Detector detector, Microphone microphone, LiveText text, double seconds) {
    Thread main = Thread.currentThread();
    Thread ending =
        new Thread(
            () -> {
              microphone.stop();
              join(main);
            },
            "auricle-ending");
    Runtime.getRuntime().addShutdownHook(ending);
    try (DetectionStream stream = detector.openLive(microphone.rate(), text)) {
      float[] chunk = new float[microphone.rate() / 10];
      double heard = 0;
      int count;
      while (heard < seconds && (count = microphone.read(chunk)) > 0) {
        stream.push(chunk, 0, count);
        heard += count / (double) microphone.rate();
      }
      stream.finish();
    } finally {
      text.close();
      try {
        Runtime.getRuntime().removeShutdownHook(ending);
      } catch (IllegalStateException e) {
        // The process is ending already, and waits for this thread.
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

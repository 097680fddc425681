package dev.auricle.app;

import dev.auricle.learn.parallel.InOrder;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.detection.DetectionListener;
import dev.auricle.runtime.detection.Detector;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.runtime.labels.LabelFormat;
import dev.auricle.runtime.labels.SoundEvents;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle detect}: a label per stretch of time. */
@Command(
    name = "detect",
    description = "Finds what is heard when.",
    footer = {
      "",
      "Without -o, events are printed. With it they are written to one file (csv,",
      "jsonl, rttm; any format where there is one sound), or to a folder with a label",
      "file for each sound. A run with -o that was stopped goes on where it was.",
      "",
      "What --hop and the like do not say stands in the bundle; see docs/detect.md.",
      "Bad files are named and passed over; the exit code is 3 if some failed, 1 if",
      "all did.",
      "",
      "Examples:",
      "  auricle detect radio.auricle evening.flac",
      "  auricle detect radio.auricle recordings/ -o events.csv",
      "  auricle detect radio.auricle evening.flac -o evening.txt",
      "  arecord -f S16_LE -r 16000 -t wav | auricle detect radio.auricle -"
    })
final class DetectCommand implements Callable<Integer> {
  /** Of less sound, the time it took is that of starting. */
  private static final double LEAST_SECONDS = 10;

  @Parameters(index = "0", paramLabel = "BUNDLE", description = "A bundle (*.auricle).")
  private Path bundle = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE|DIR|-",
      description = "Sounds, or folders of them; - is standard input.")
  private List<Path> inputs = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: as -o ends, or csv).")
  private @Nullable LabelFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      description = "Where to write events.")
  private @Nullable Path output;

  @Option(
      names = "--labels",
      paramLabel = "LABEL",
      split = ",",
      description = "Keep events of these labels alone.")
  private List<String> labelParts = List.of();

  @Mixin private DetectionArguments detection = new DetectionArguments();
  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  private Set<String> labels = Set.of();
  private final AtomicInteger found = new AtomicInteger();
  private final DoubleAdder seconds = new DoubleAdder();
  private final List<String> failures = new ArrayList<>();

  /** Whether somebody wants an end. */
  private BooleanSupplier asked = () -> false;

  private boolean stopped;

  /** What an earlier run has found, and heard. */
  private int earlierEvents;

  private double earlierSeconds;

  @Override
  public Integer call() {
    Path target = output;
    if (target != null) {
      Specs.read(spec, () -> DetectionOutput.format(target, format));
    }
    List<Path> files = SoundFiles.expand(inputs);
    if (target != null) {
      List<Path> read = new ArrayList<>(files);
      read.add(bundle);
      Outputs.refuseInput(target, read, Specs.commandLine(spec));
    }
    try (Stop stop = output == null ? null : new Stop();
        Classifier classifier = Classifier.load(bundle);
        Detector detector = detector(classifier);
        Progress progress = new Progress(options.quiet || output == null)) {
      asked = stop == null ? () -> false : stop::asked;
      known(classifier.bundle().labels());
      long started = System.nanoTime();
      if (output == null) {
        print(detector, files);
      } else {
        DetectionOutput out =
            DetectionOutput.open(output, format, inputs, files, bundle, detector.options(), labels);
        detect(detector, files, out, progress);
        if (stopped) {
          out.stop();
          progress.close();
          System.err.println("stopped; the same command goes on");
          return Stop.CODE;
        }
        out.finish(failures.isEmpty());
        progress.close();
      }
      summary(files.size(), (System.nanoTime() - started) / 1e9);
      return failures.isEmpty() ? 0 : failures.size() == files.size() ? 1 : 3;
    }
  }

  private Detector detector(Classifier classifier) {
    DetectionOptions resolved = detection.resolve(classifier.bundle());
    return Detector.of(classifier, resolved, options.threads);
  }

  private void known(List<String> there) {
    labels = Labels.joined(labelParts, there::contains);
    for (String label : labels) {
      if (!there.contains(label)) {
        throw new AuricleException(bundle + " knows no label " + Labels.unknown(label, there));
      }
    }
  }

  private boolean kept(Event event) {
    return labels.isEmpty() || labels.contains(event.label());
  }

  /** Printed in the files' order; those of standard input as they come. */
  private void print(Detector detector, List<Path> files) {
    LabelFormat chosen =
        format != null ? format : options.json ? LabelFormat.JSONL : LabelFormat.CSV;
    if (files.size() > 1 && !chosen.holdsManySounds()) {
      throw new AuricleException(
          "format "
              + chosen
              + " holds the labels of one sound; name a folder for one file each with -o, or choose"
              + " csv, jsonl or rttm");
    }
    System.out.print(LabelFiles.header(chosen));
    if (files.size() == 1 && files.get(0).toString().equals("-") && chosen.holdsManySounds()) {
      live(detector, chosen);
      return;
    }
    InOrder.run(
        files.stream().map(file -> (Callable<Answer>) () -> answer(detector, file)).iterator(),
        Math.min(files.size(), options.threads),
        answer -> {
          Announcement.damaged(answer.file(), answer.damages());
          if (answer.events() != null) {
            System.out.print(LabelFiles.body(answer.events(), chosen));
          } else {
            fail(answer);
          }
        });
  }

  private void live(Detector detector, LabelFormat chosen) {
    int rate = detector.bundle().preparation().sampleRate();
    List<String> damages = new ArrayList<>();
    DetectionListener printing =
        new DetectionListener() {
          @Override
          public void event(Event event) {
            if (kept(event)) {
              found.incrementAndGet();
              SoundEvents one = new SoundEvents("-", 0, rate, List.of(event));
              System.out.print(LabelFiles.body(one, chosen));
              System.out.flush();
            }
          }

          @Override
          public void damaged(String what) {
            damages.add(what);
          }
        };
    try {
      seconds.add(detector.detect(Path.of("-"), printing));
      Announcement.damaged("-", damages);
    } catch (AuricleException e) {
      fail(Answer.failed(Path.of("-"), e));
    }
  }

  /** A file's events; or, where there are none to give, why. */
  private record Answer(
      Path file, @Nullable SoundEvents events, String failure, List<String> damages) {
    static Answer stopped(Path file) {
      return new Answer(file, null, "", List.of());
    }

    boolean isStopped() {
      return events == null && failure.isEmpty();
    }

    static Answer failed(Path file, AuricleException why) {
      return new Answer(file, null, String.valueOf(why.getMessage()), List.of());
    }
  }

  private Answer answer(Detector detector, Path file) {
    return answer(detector, file, more -> {});
  }

  /** Ends a file that is under way. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Answer answer(Detector detector, Path file, DoubleConsumer progress) {
    try {
      FileEvents heard =
          new FileEvents(
              this::kept,
              more -> {
                if (asked.getAsBoolean()) {
                  throw new Stopped();
                }
                progress.accept(more);
              });
      double length = detector.detect(file, heard);
      seconds.add(length);
      int rate = detector.bundle().preparation().sampleRate();
      SoundEvents events = new SoundEvents(file.toString(), length, rate, heard.events());
      found.addAndGet(events.events().size());
      return new Answer(file, events, "", heard.damages());
    } catch (AuricleException e) {
      return Answer.failed(file, e);
    }
  }

  private void detect(Detector detector, List<Path> files, DetectionOutput out, Progress stages) {
    List<Path> left = files.stream().filter(file -> !out.has(file)).toList();
    int length = HeardProgress.seconds(left);
    String stage = "detecting in " + Counted.of(files.size(), "file");
    HeardProgress progress =
        new HeardProgress(
            stages.enter(length > 0 ? stage + ", by seconds" : stage),
            left.size(),
            length,
            out.resumed());
    for (SoundEvents earlier : out.earlier()) {
      earlierEvents += earlier.events().size();
      earlierSeconds += earlier.seconds();
    }
    InOrder.run(
        left.stream()
            .map(file -> (Callable<Answer>) () -> keep(detector, file, out, progress))
            .iterator(),
        Math.min(files.size(), options.threads),
        answer -> {
          Announcement.damaged(answer.file(), answer.damages());
          if (answer.isStopped()) {
            stopped = true;
          } else if (answer.events() == null) {
            fail(answer);
          }
        });
    if (out.resumed() > 0 && !options.quiet) {
      System.err.println(Counted.of(out.resumed(), "file") + " done in an earlier run");
    }
  }

  /** Hears a file and keeps what was found; once a stop was asked for, nothing more is begun. */
  private Answer keep(Detector detector, Path file, DetectionOutput out, HeardProgress progress) {
    if (asked.getAsBoolean()) {
      return Answer.stopped(file);
    }
    try {
      Answer answer = answer(detector, file, progress::heard);
      if (answer.events() != null) {
        out.add(file, answer.events());
      }
      progress.fileDone();
      return answer;
    } catch (Stopped e) {
      return Answer.stopped(file);
    }
  }

  private void fail(Answer answer) {
    failures.add(answer.failure());
    if (options.json && output == null) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("file", answer.file().toString());
      map.put("error", answer.failure());
      System.out.println(Json.line(map));
    } else {
      System.err.println("auricle: " + answer.failure());
    }
  }

  private void summary(int files, double took) {
    if (options.json && output != null) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("output", String.valueOf(output));
      map.put("files", files);
      map.put("failed", failures);
      map.put("events", found.get() + earlierEvents);
      map.put("seconds", seconds.sum() + earlierSeconds);
      System.out.println(Json.line(map));
    } else if (!options.quiet) {
      System.err.printf(
          Locale.ROOT,
          "%s in %.1f s of sound%s%s%n",
          Counted.of(found.get() + earlierEvents, "event"),
          seconds.sum() + earlierSeconds,
          seconds.sum() < LEAST_SECONDS
              ? ""
              : String.format(Locale.ROOT, "; %.0f x real time", seconds.sum() / took),
          failures.isEmpty()
              ? ""
              : "; " + failures.size() + " of " + Counted.of(files, "file") + " failed");
    }
    if (output != null && !options.quiet && !options.json) {
      System.err.println("wrote " + output);
    }
  }
}

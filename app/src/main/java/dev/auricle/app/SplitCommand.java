package dev.auricle.app;

import dev.auricle.audio.AudioFormat;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.detection.Detector;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.runtime.labels.LabelFormat;
import dev.auricle.runtime.labels.SoundEvents;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle split}: cuts out what is heard as files. */
@Command(
    name = "split",
    description = "Cuts stretches of time out of sounds, a file each.",
    footer = {
      "",
      "Files are named after the sound and numbered in time:",
      "evening-0001-music-00h03m12.500s.flac; of two sounds of one name, those of the",
      "second begin with evening-2. They hold the sound's own samples, the mean of its",
      "channels, at its own rate; a finished file is not made again unless its end,",
      "--fade, --format or the sound changed.",
      "",
      "Examples:",
      "  auricle split radio.auricle evening.flac -o songs --keep music",
      "  auricle split corrected.csv evening.flac -o parts    (a label file)"
    })
final class SplitCommand implements Callable<Integer> {
  /** Labels that end this much beyond the sound were rounded, or count an encoder's padding. */
  private static final double ROUNDING_SECONDS = 0.05;

  @Parameters(
      index = "0",
      paramLabel = "BUNDLE|LABELS",
      description = "A bundle (*.auricle), or a label file.")
  private Path source = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Sounds.")
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to.")
  private Path output = Path.of("");

  @Option(
      names = "--keep",
      paramLabel = "LABEL",
      split = ",",
      description = "Labels to keep (default: all).")
  private List<String> keepParts = List.of();

  @Option(
      names = "--bridge",
      paramLabel = "S",
      defaultValue = "2",
      description =
          "Events of one label with no more than this between them share a file (default:"
              + " ${DEFAULT-VALUE}).")
  private double bridge = 2;

  @Option(
      names = "--drop-silence",
      description = "Leave out what lies between the events of a file, instead of keeping it.")
  private boolean dropSilence;

  @Option(
      names = "--fade",
      paramLabel = "MS",
      defaultValue = "5",
      description = "Fade in and out at each cut; 0 for none (default: ${DEFAULT-VALUE}).")
  private double fade = 5;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "flac_16",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AudioFormat format = AudioFormat.FLAC_16;

  @Mixin private DetectionArguments detection = new DetectionArguments();
  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  private Set<String> keep = Set.of();
  private final Map<Path, String> names = new HashMap<>();
  private int failed;
  private int incomplete;

  @Override
  public Integer call() {
    if (!(fade >= 0 && fade < Double.POSITIVE_INFINITY)) {
      throw new ParameterException(
          Specs.commandLine(spec), "--fade takes milliseconds, at least 0; found " + fade);
    }
    List<Path> files = SoundFiles.expand(inputs);
    nameOutputs(files);
    for (Path file : files) {
      Outputs.refuseInput(list(file), List.of(source), Specs.commandLine(spec));
    }
    boolean labels = !String.valueOf(source.getFileName()).endsWith(".auricle");
    if (labels) {
      List<SoundEvents> known = LabelFiles.read(source);
      Set<String> there =
          known.stream()
              .flatMap(sound -> sound.events().stream())
              .map(Event::label)
              .collect(Collectors.toCollection(TreeSet::new));
      keep = Labels.joined(keepParts, there::contains);
      for (String label : keep) {
        if (!there.contains(label)) {
          System.err.println(
              "warning: " + source + " holds no label " + Labels.unknown(label, there));
        }
      }
      SoundLabels named = new SoundLabels(source, known);
      boolean someNamed = files.stream().anyMatch(named::knows);
      for (Path file : files) {
        if (someNamed && !named.knows(file)) {
          System.err.println(
              "warning: " + source + " names no " + file + "; it is taken for silent");
        } else {
          cut(file, known, files.size());
        }
      }
    } else {
      try (Classifier classifier = Classifier.load(source);
          Detector detector =
              Detector.of(classifier, detection.resolve(classifier.bundle()), options.threads)) {
        check(classifier.bundle());
        for (Path file : files) {
          cut(file, detector);
        }
      }
    }
    return failed == files.size() ? 1 : failed + incomplete > 0 ? 3 : 0;
  }

  /** What the files of each sound are named after; no two sounds share a name. */
  private void nameOutputs(List<Path> files) {
    Set<String> taken = new HashSet<>();
    for (Path file : files) {
      Path place = file.toAbsolutePath().normalize();
      if (!names.containsKey(place)) {
        String base = SoundFiles.baseName(file);
        String name = base;
        // Some file systems take big letters and small for the same.
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
          name = base + "-" + i;
        }
        names.put(place, name);
      }
    }
  }

  private String name(Path file) {
    return names.getOrDefault(file.toAbsolutePath().normalize(), SoundFiles.baseName(file));
  }

  private void check(Bundle bundle) {
    keep = Labels.joined(keepParts, bundle.labels()::contains);
    for (String label : keep) {
      if (!bundle.labels().contains(label)) {
        throw new AuricleException(
            source + " knows no label " + Labels.unknown(label, bundle.labels()));
      }
    }
  }

  private void cut(Path file, List<SoundEvents> known, int files) {
    try {
      cut(file, eventsOf(known, file, files));
    } catch (AuricleException e) {
      fail(e.getMessage());
    }
  }

  /** One sound's labels are taken for the one sound given, whatever it is called there. */
  private List<Event> eventsOf(List<SoundEvents> known, Path file, int files) {
    SoundLabels named = new SoundLabels(source, known);
    if (known.size() == 1 && files == 1) {
      return file.toString().equals("-") ? known.get(0).events() : named.onlyFor(file);
    }
    return named.of(file);
  }

  private void cut(Path file, Detector detector) {
    try {
      cut(file, detector.detect(file));
    } catch (AuricleException e) {
      fail(e.getMessage());
    }
  }

  private void cut(Path file, List<Event> events) {
    List<Stretch> stretches = Stretch.of(events, keep, bridge, dropSilence);
    try {
      Cutter.Pieces cut = new Cutter(output, name(file), format, fade / 1000).cut(file, stretches);
      Announcement.damaged(file, cut.damages());
      stretches.forEach(stretch -> warn(file, stretch, cut));
      if (cut.pieces().isEmpty() && !stretches.isEmpty()) {
        fail(file + ": no stretch lies inside the sound; check that the labels are of this sound");
      } else {
        report(file, cut.pieces());
        warnOfLeftovers(file, cut.leftovers());
        incomplete += cut.pieces().size() == stretches.size() ? 0 : 1;
      }
    } catch (AuricleException e) {
      fail(e.getMessage());
    }
  }

  private void fail(@Nullable String message) {
    System.err.println("auricle: " + message);
    failed++;
  }

  /** Names a stretch that reaches beyond the sound, or holds nothing of it. */
  private static void warn(Path file, Stretch stretch, Cutter.Pieces cut) {
    double seconds = cut.samples() / (double) cut.rate();
    boolean leftOut = stretch.inside(cut.samples(), cut.rate()) == null;
    if (leftOut || stretch.end() > seconds + ROUNDING_SECONDS) {
      // Printed at once, so that no line of standard output comes in between.
      System.err.println(
          String.format(
              Locale.ROOT,
              "warning: %s lasts %.3f s; %s from %.3f to %.3f s is %s",
              file,
              seconds,
              stretch.label(),
              stretch.start(),
              stretch.end(),
              leftOut ? "left out: nothing of it is there" : "cut at the end"));
    }
  }

  private void warnOfLeftovers(Path file, List<String> leftovers) {
    if (!leftovers.isEmpty()) {
      System.err.println(
          "warning: %s also holds %s of an earlier run, not in %s: %s"
              .formatted(
                  output,
                  Counted.of(leftovers.size(), "file"),
                  list(file).getFileName(),
                  Labels.few(leftovers)));
    }
  }

  private Path list(Path file) {
    return output.resolve(name(file) + ".csv");
  }

  private void report(Path file, List<Cutter.Piece> pieces) {
    List<SoundEvents> index = new ArrayList<>();
    for (Cutter.Piece piece : pieces) {
      Stretch stretch = piece.stretch();
      if (options.json) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", piece.file().toString());
        map.put("start", stretch.start());
        map.put("end", stretch.end());
        map.put("label", stretch.label());
        map.put("made", piece.made());
        System.out.println(Json.line(map));
      } else {
        System.out.println(piece.file() + (piece.made() ? "" : "  (was there)"));
      }
      index.add(
          new SoundEvents(
              String.valueOf(piece.file().getFileName()),
              stretch.end(),
              0,
              List.of(new Event(stretch.start(), stretch.end(), stretch.label()))));
    }
    Path list = list(file);
    LabelFiles.write(index, LabelFormat.CSV, list);
    if (!options.quiet) {
      System.err.println(
          file + ": " + Counted.of(pieces.size(), "file") + "; the times are in " + list);
    }
  }
}

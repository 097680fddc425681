package dev.auricle.app;

import dev.auricle.audio.AudioReader;
import dev.auricle.learn.events.EventScores;
import dev.auricle.learn.events.EventScoring;
import dev.auricle.learn.picture.EventPicture;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.detection.Detector;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.runtime.labels.SoundEvents;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle evaluate-events}: events against a reference. */
@Command(
    name = "evaluate-events",
    description = "Scores events against a reference, by segments and by events.",
    footer = {
      "",
      "By segments: which labels are heard in each second. By events: an event counts",
      "as found if it begins within the collar of its beginning in the reference, and",
      "ends within the collar, or half its length, of its end. Both as sed_eval has",
      "them. Of two label files of many sounds, sounds of one path are compared, else",
      "those of one name, and scored together.",
      "",
      "Examples:",
      "  auricle evaluate-events radio.auricle evening.csv evening.flac",
      "  auricle evaluate-events found.csv evening.csv        (two label files)",
      "  auricle evaluate-events found.csv all.csv --per-file (of many sounds)"
    })
final class EvaluateEventsCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "BUNDLE|LABELS",
      description = "A bundle (*.auricle), or a label file of events found.")
  private Path source = Path.of("");

  @Parameters(index = "1", paramLabel = "REFERENCE", description = "A label file.")
  private Path reference = Path.of("");

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The sound; not needed for label files of one sound.")
  private @Nullable Path file;

  @Option(
      names = "--collar",
      paramLabel = "S",
      defaultValue = "0.25",
      description = "How near an event's start must be (default: ${DEFAULT-VALUE}).")
  @Range(least = 0)
  private double collar = 0.25;

  @Option(
      names = "--offset-share",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description = "Share of its length by which its end may be off (default: ${DEFAULT-VALUE}).")
  @Range(least = 0)
  private double offsetShare = 0.5;

  @Option(
      names = "--resolution",
      paramLabel = "S",
      defaultValue = "1",
      description = "Length of a segment (default: ${DEFAULT-VALUE}).")
  @Range(least = 0.001)
  private double resolution = 1;

  @Option(names = "--per-file", description = "Also a line for each of several sounds.")
  private boolean perFile;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Draw reference and prediction above the spectrogram (PNG).")
  private @Nullable Path picture;

  @Mixin private DetectionArguments detection = new DetectionArguments();
  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Path drawn = picture;
    if (drawn != null) {
      List<Path> read = List.of(reference, source, sound("a picture"));
      Outputs.check(drawn, read, Specs.commandLine(spec));
      Outputs.requirePng(drawn, Specs.commandLine(spec));
    }
    SoundPairs pairs = pairs();
    List<EventScores> each = pairs.scores(new EventScoring(resolution, collar, offsetShare));
    EventScores scores = each.stream().reduce(EventScores::plus).orElseThrow();
    if (drawn != null) {
      SoundPairs.Pair only = pairs.pairs().get(0);
      EventPicture.write(
          AudioReader.read(sound("a picture"), AudioReader.NATIVE_RATE),
          only.there(),
          only.found(),
          drawn);
    }
    if (options.json) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("resolution", resolution);
      map.put("collar", collar);
      map.put("offsetShare", offsetShare);
      map.putAll(EventScoresText.forPrograms(scores));
      if (several(pairs)) {
        map.put("files", EventScoresText.filesForPrograms(pairs, each));
        map.put("onlyInReference", pairs.onlyInReference());
        map.put("onlyInEstimate", pairs.onlyInEstimate());
      }
      System.out.println(Json.pretty(map));
    } else {
      System.out.print(EventScoresText.forPeople(scores));
      if (perFile && several(pairs)) {
        System.out.print(EventScoresText.filesForPeople(pairs, each));
      }
      System.out.printf(
          "segments of %s s; collar %s s, or %s of the length at the end%n",
          resolution, collar, offsetShare);
      if (drawn != null) {
        System.out.println("picture: " + drawn);
      }
    }
    return 0;
  }

  private static boolean several(SoundPairs pairs) {
    return pairs.pairs().size() > 1;
  }

  /** One sound's events, or those of all sounds that two label files name. */
  private SoundPairs pairs() {
    if (isBundle()) {
      List<Event> there = events(reference, LabelFiles.read(reference));
      return one(there, detected());
    }
    List<SoundEvents> there = LabelFiles.read(reference);
    List<SoundEvents> found = LabelFiles.read(source);
    if (file != null || (there.size() <= 1 && found.size() <= 1)) {
      warnOfOthers(there, found);
      return one(events(reference, there), events(source, found));
    }
    SoundPairs pairs = SoundPairs.of(reference, there, source, found);
    tell("the reference (all missed)", pairs.onlyInReference());
    tell("the estimate (all inserted)", pairs.onlyInEstimate());
    return pairs;
  }

  private static SoundPairs one(List<Event> there, List<Event> found) {
    return new SoundPairs(List.of(new SoundPairs.Pair("", there, found)), List.of(), List.of());
  }

  private static void tell(String where, List<String> sounds) {
    if (!sounds.isEmpty()) {
      System.err.println("warning: only in " + where + ": " + Labels.few(sounds));
    }
  }

  /** Names labels of two sounds, where nobody said which is meant. */
  private void warnOfOthers(List<SoundEvents> there, List<SoundEvents> found) {
    if (file == null && there.size() == 1 && found.size() == 1 && !there.get(0).file().isEmpty()) {
      String named = there.get(0).file();
      if (!SoundLabels.likely(found.get(0), named)) {
        System.err.println(
            "warning: %s is of %s, but %s of %s; they are taken for those of one sound"
                .formatted(source, found.get(0).file(), reference, named));
      }
    }
  }

  private boolean isBundle() {
    return String.valueOf(source.getFileName()).endsWith(".auricle");
  }

  private List<Event> detected() {
    try (Classifier classifier = Classifier.load(source);
        Detector detector =
            Detector.of(classifier, detection.resolve(classifier.bundle()), options.threads)) {
      Path sound = sound("a bundle");
      FileEvents heard = new FileEvents(event -> true);
      detector.detect(sound, heard);
      Announcement.damaged(sound, heard.damages());
      return heard.events();
    }
  }

  private Path sound(String what) {
    Path named = file;
    if (named == null) {
      throw new AuricleException(what + " needs the sound as well; name it after the reference");
    }
    return named;
  }

  private List<Event> events(Path labels, List<SoundEvents> sounds) {
    SoundLabels named = new SoundLabels(labels, sounds);
    Path wanted = file;
    if (sounds.size() > 1 && wanted == null) {
      throw new AuricleException(
          "%s holds events of several sounds; name the sound as third argument; it holds %s"
              .formatted(labels, named.held()));
    }
    if (sounds.isEmpty()) {
      return List.of();
    }
    if (wanted == null) {
      return sounds.get(0).events();
    }
    return sounds.size() > 1 ? named.of(wanted) : named.onlyFor(wanted);
  }
}

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
      "them.",
      "",
      "Examples:",
      "  auricle evaluate-events radio.auricle evening.csv evening.flac",
      "  auricle evaluate-events found.csv evening.csv        (two label files)"
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
    List<Event> there = events(reference);
    List<Event> found = found();
    EventScores scores = new EventScoring(resolution, collar, offsetShare).score(there, found);
    if (drawn != null) {
      EventPicture.write(
          AudioReader.read(sound("a picture"), AudioReader.NATIVE_RATE), there, found, drawn);
    }
    if (options.json) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("resolution", resolution);
      map.put("collar", collar);
      map.put("offsetShare", offsetShare);
      map.putAll(EventScoresText.forPrograms(scores));
      System.out.println(Json.pretty(map));
    } else {
      System.out.print(EventScoresText.forPeople(scores));
      System.out.printf(
          "segments of %s s; collar %s s, or %s of the length at the end%n",
          resolution, collar, offsetShare);
      if (drawn != null) {
        System.out.println("picture: " + drawn);
      }
    }
    return 0;
  }

  private List<Event> found() {
    if (!String.valueOf(source.getFileName()).endsWith(".auricle")) {
      return events(source);
    }
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

  private List<Event> events(Path labels) {
    List<SoundEvents> sounds = LabelFiles.read(labels);
    Path wanted = file;
    if (sounds.size() > 1 && wanted == null) {
      throw new AuricleException(
          "%s holds events of several sounds; name the sound as third argument; it holds %s"
              .formatted(labels, new SoundLabels(labels, sounds).held()));
    }
    if (sounds.size() > 1 && wanted != null) {
      return new SoundLabels(labels, sounds).of(wanted);
    }
    return sounds.isEmpty() ? List.of() : sounds.get(0).events();
  }
}

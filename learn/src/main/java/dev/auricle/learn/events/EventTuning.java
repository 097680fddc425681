package dev.auricle.learn.events;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.ExampleAudio;
import dev.auricle.learn.experiment.Fingerprint;
import dev.auricle.learn.experiment.Stages;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.signal.AuricleException;
import dev.auricle.signal.Resampler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fits a bundle's detection options to labelled clips: programmes are made of them, so that every
 * join is known, and {@link DetectionFit} chooses what finds those joins best.
 *
 * <p>A model is surer of clips it was trained on than of any other, so those are left out where
 * enough others are there.
 */
public final class EventTuning {
  /** Clips of each label that there must be beside those the model was trained on. */
  private static final int ENOUGH = 8;

  private final Classifier classifier;
  private final Settings settings;
  private final Stages stages;

  /**
   * How much is tried.
   *
   * @param programmes of about five minutes
   * @param starts options to start from, each with its window and hop
   * @param scoring what is made as good as can be
   * @param seed of the programmes
   * @param threads used
   */
  public record Settings(
      int programmes,
      List<DetectionOptions> starts,
      EventScoring scoring,
      long seed,
      int threads) {}

  /**
   * What came of it.
   *
   * @param bundle with the options
   * @param fit scores before and after
   * @param clips that programmes were made of
   * @param seen how many of these the model was trained on
   */
  public record Result(Bundle bundle, DetectionFit.Result fit, int clips, int seen) {}

  private EventTuning(Classifier classifier, Settings settings, Stages stages) {
    this.classifier = classifier;
    this.settings = settings;
    this.stages = stages;
  }

  /**
   * Reads clips, makes programmes, and chooses.
   *
   * @throws AuricleException if the bundle knows fewer than two of the clips' labels
   */
  public static Result run(
      Classifier classifier, Dataset dataset, Settings settings, Stages stages) {
    return new EventTuning(classifier, settings, stages).run(dataset);
  }

  private Result run(Dataset dataset) {
    List<Example> examples =
        dataset.examples().stream()
            .filter(e -> e.labels().size() == 1)
            .filter(e -> classifier.bundle().labels().contains(e.label()))
            .toList();
    AudioClip[] read = new AudioClip[examples.size()];
    boolean[] seen = new boolean[read.length];
    read(examples, read, seen);
    boolean fresh = enoughUnseen(examples, seen);
    Map<String, List<AudioClip>> clips = new TreeMap<>();
    int used = 0;
    int usedSeen = 0;
    for (int i = 0; i < read.length; i++) {
      if (!seen[i] || !fresh) {
        clips.computeIfAbsent(examples.get(i).label(), l -> new ArrayList<>()).add(read[i]);
        used++;
        usedSeen += seen[i] ? 1 : 0;
      }
    }
    if (clips.size() < 2) {
      throw new AuricleException(
          dataset.root()
              + ": found clips of "
              + clips.keySet()
              + ", expected two or more of the bundle's labels, "
              + classifier.bundle().labels());
    }
    ProgrammeMaker maker =
        new ProgrammeMaker(clips, classifier.bundle().preparation().sampleRate(), settings.seed());
    List<Programme> programmes = new ArrayList<>();
    for (int i = 0; i < settings.programmes(); i++) {
      programmes.add(maker.make());
    }
    DetectionFit.Result fit =
        DetectionFit.run(
            classifier,
            settings.starts(),
            programmes,
            settings.scoring(),
            settings.threads(),
            stages.enter("choosing on " + programmes.size() + " programmes"));
    return new Result(described(fit, used, usedSeen), fit, used, usedSeen);
  }

  private void read(List<Example> examples, AudioClip[] read, boolean[] seen) {
    Bundle bundle = classifier.bundle();
    Set<?> trainedOn =
        bundle.provenance().get("trainedOn") instanceof List<?> list
            ? new HashSet<>(list)
            : Set.of();
    int rate = bundle.preparation().sampleRate();
    Parallel.forEach(
        read.length,
        settings.threads(),
        stages.enter("reading " + read.length + " clips"),
        i -> {
          AudioClip clip = ExampleAudio.read(examples.get(i));
          seen[i] = trainedOn.contains(Fingerprint.of(clip));
          read[i] =
              new AudioClip(Resampler.resample(clip.samples(), clip.sampleRate(), rate), rate);
        });
  }

  private static boolean enoughUnseen(List<Example> examples, boolean[] seen) {
    Map<String, Integer> unseen = new TreeMap<>();
    for (int i = 0; i < seen.length; i++) {
      unseen.merge(examples.get(i).label(), seen[i] ? 0 : 1, Integer::sum);
    }
    return unseen.values().stream().allMatch(count -> count >= ENOUGH);
  }

  /** The bundle with its options, and where they come from. */
  private Bundle described(DetectionFit.Result fit, int clips, int seen) {
    Bundle old = classifier.bundle();
    Map<String, Object> tuning = new LinkedHashMap<>();
    tuning.put("clips", clips);
    tuning.put("trainedOn", seen);
    tuning.put("programmes", settings.programmes());
    tuning.put("seed", settings.seed());
    tuning.put("segmentF1", fit.after().all().segments().f1());
    tuning.put("eventF1", fit.after().all().events().f1());
    Map<String, Object> provenance = new LinkedHashMap<>(old.provenance());
    provenance.put("detection", tuning);
    return new Bundle(
        old.name(),
        old.preparation(),
        old.frontEnd(),
        old.labels(),
        old.multiLabel(),
        old.thresholds(),
        old.graph(),
        old.evaluation(),
        provenance,
        fit.options(),
        old.longestSeconds());
  }
}

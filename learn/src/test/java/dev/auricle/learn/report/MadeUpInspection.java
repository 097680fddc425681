package dev.auricle.learn.report;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.FileFacts;
import dev.auricle.data.audit.Findings;
import dev.auricle.data.audit.Leak;
import dev.auricle.learn.inspection.Inspection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A dataset of three labels with a leak of each kind, one label of which has 8 kHz. */
final class MadeUpInspection {
  static final ReportOptions OPTIONS =
      ReportOptions.titled("Made up").withSource(MadeUpInspection::sound);

  private MadeUpInspection() {}

  static Inspection of(List<String> labels) {
    Random random = new Random(1);
    List<Example> examples = new ArrayList<>();
    List<FileFacts> facts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String label = labels.get(i % labels.size());
      String id = String.format("%02d.wav", i);
      Map<String, String> columns = Map.of("licence", i % 4 == 0 ? "CC BY 4.0" : "CC0");
      examples.add(
          new Example(
              id, Path.of(id), null, null, List.of(label), "take" + i, "" + i % 2, null, columns));
      facts.add(
          new FileFacts(
              id,
              1 + random.nextDouble(),
              "flac",
              i % labels.size() == 0 ? 8000 : 22_050,
              1,
              16,
              0.3 + 0.5 * random.nextDouble(),
              -20 - random.nextDouble(),
              i == 7 ? 0.05 : 0,
              i == 8 ? 0.01 : 0,
              0,
              0,
              -60 + random.nextGaussian(),
              3500));
    }
    List<Leak> leaks =
        List.of(
            new Leak(
                Leak.Kind.NEAR_DUPLICATE,
                "correlation 0.97, shifted by 0.20 s",
                List.of("03.wav", "04.wav"),
                true,
                true,
                "fold 1 and fold 2"),
            new Leak(
                Leak.Kind.SAME_SOURCE,
                "take 9",
                List.of("09.wav", "11.wav", "13.wav", "15.wav", "17.wav"),
                false,
                false,
                "fold 2"));
    Protocol protocol = Protocol.parse("kfold:2", 42);
    Dataset dataset =
        new Dataset(
            "made",
            Path.of("."),
            "manifest",
            "60 made-up sounds",
            examples,
            labels.stream().sorted().toList(),
            "take",
            protocol,
            List.of("notes.txt: no sound, skipped"));
    Findings findings =
        new Findings(
            "made",
            protocol.describe(dataset),
            leaks,
            facts,
            Map.of("99.wav", "99.wav: not a sound"),
            Map.of(),
            true);
    return Inspection.of(dataset, protocol, findings);
  }

  private static AudioClip sound(Example example) {
    Random random = new Random(example.id().hashCode());
    float[] samples = new float[8000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.2 * Math.sin(0.3 * i) + 0.05 * random.nextGaussian());
    }
    return new AudioClip(samples, 16_000);
  }
}

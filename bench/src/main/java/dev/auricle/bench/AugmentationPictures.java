package dev.auricle.bench;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.Stages;
import dev.auricle.learn.neural.Preview;
import dev.auricle.learn.picture.FeatureGrid;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.learn.training.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The pictures of {@code docs/augmentation.md}: {@code AugmentationPictures DATA FOLDER} draws one
 * clip of a dataset, plain and three times varied, for each variation alone.
 */
public final class AugmentationPictures {
  /** One with which polarity is turned in some of the three epochs. */
  private static final long SEED = 8;

  private static final String RECIPE =
      """
      name: %s
      preparation: {seconds: 1.2, sample-rate: 16000}
      front-end: {preset: logmel-64, fft: 512, hop: 256, range-db: 60}
      model: {type: cnn}
      augmentation: {%s}
      """;
  private static final Map<String, String> VARIATIONS = new LinkedHashMap<>();

  static {
    VARIATIONS.put("shift", "shift: 0.3");
    VARIATIONS.put("roll", "roll: 0.5");
    VARIATIONS.put("stretch", "stretch: 0.4");
    VARIATIONS.put("time-warp", "time-warp: 0.2");
    VARIATIONS.put("warp", "warp: 0.25");
    VARIATIONS.put("band-shift", "band-shift: 0.15");
    VARIATIONS.put("gain", "gain-db: 20");
    VARIATIONS.put("tilt", "tilt-db: 30");
    VARIATIONS.put("filter", "filter-db: 20");
    VARIATIONS.put("noise", "noise: 1, noise-least: 10, noise-most: 35");
    VARIATIONS.put("band-masks", "band-masks: 2");
    VARIATIONS.put("frame-masks", "frame-masks: 2");
    VARIATIONS.put("jitter", "jitter: 0.3");
    VARIATIONS.put("mixup", "mix: mixup, mixup: 1, mix-alpha: 2");
    VARIATIONS.put("cutmix", "mix: cutmix, mixup: 1, mix-alpha: 2");
    VARIATIONS.put("samples-shift", "samples: {shift: 0.3}");
    VARIATIONS.put("samples-roll", "samples: {roll: 0.5}");
    VARIATIONS.put("samples-speed", "samples: {speed: 0.3}");
    VARIATIONS.put("samples-gain", "samples: {gain-db: 20}");
    VARIATIONS.put("samples-filter", "samples: {filter-db: 30}");
    VARIATIONS.put("samples-reverb", "samples: {reverb: 1, reverb-seconds: 0.8}");
    VARIATIONS.put("samples-noise", "samples: {noise: 1, noise-least: 0, noise-most: 20}");
    VARIATIONS.put(
        "samples-background", "samples: {background: 1, background-least: 3, background-most: 12}");
    VARIATIONS.put("samples-gaps", "samples: {gaps: 3, gap-width: 0.15}");
  }

  private AugmentationPictures() {}

  public static void main(String[] args) throws IOException {
    Dataset dataset = Layouts.open(Path.of(args[0]));
    Path folder = Path.of(args[1]);
    Files.createDirectories(folder);
    for (Map.Entry<String, String> each : VARIATIONS.entrySet()) {
      draw(dataset, each.getKey(), RECIPE.formatted(each.getKey(), each.getValue()), folder);
    }
    // Lines show what no spectrogram does: the sign, and mixing as it would sound.
    String waveform =
        "name: %s\n"
            + "preparation: {seconds: 0.4, sample-rate: 16000}\n"
            + "front-end: waveform\n"
            + "model: {type: waveform}\n"
            + "augmentation: {%s}\n";
    draw(
        dataset,
        "samples-polarity",
        waveform.formatted("polarity", "samples: {polarity: true}"),
        folder);
    draw(
        dataset,
        "between-class",
        waveform.formatted("between-class", "mix: between-class, mixup: 1, mix-alpha: 1"),
        folder);
  }

  private static void draw(Dataset dataset, String name, String yaml, Path folder)
      throws IOException {
    Recipe recipe = Recipes.parse(yaml, name);
    Protocol protocol = Protocol.parse("holdout:0.5", SEED);
    try (Experiment experiment = Experiment.open(dataset, protocol, recipe, 1, Stages.NONE)) {
      TrainingData data = experiment.training(recipe, 0);
      Preview preview = Preview.of(recipe.trainer(), data, 1, 3, SEED);
      FeatureGrid grid = new FeatureGrid(preview.columns(), 168, 84);
      List<String> labels = data.labels();
      for (Preview.Shown shown : preview.shown()) {
        String title = shown.title(labels);
        boolean mixed = title.contains(",");
        String named = mixed ? title : shown.epoch() == 0 ? title : "epoch " + shown.epoch();
        grid.add(named, shown.features(), shown.shape());
      }
      ImageIO.write(grid.draw(), "png", folder.resolve("augmentation-" + name + ".png").toFile());
    }
  }
}

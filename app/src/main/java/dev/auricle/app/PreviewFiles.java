package dev.auricle.app;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioWriter;
import dev.auricle.audio.files.WholeFile;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.neural.Preview;
import dev.auricle.learn.picture.FeatureGrid;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes what a network will see of some training clips: one picture, and sounds. */
final class PreviewFiles {
  private static final int CLIPS = 6;
  private static final int EPOCHS = 3;
  private static final int CELL_WIDTH = 220;
  private static final int CELL_HEIGHT = 130;

  private PreviewFiles() {}

  /** Gives a line for people. */
  static String write(Setup setup, Path folder) {
    Recipe recipe = setup.recipes().get(0);
    try (Progress progress = new Progress(setup.options().quiet);
        Experiment experiment = setup.open(progress)) {
      TrainingData data = experiment.training(recipe, 0);
      Preview preview =
          Preview.of(recipe.trainer(), data, CLIPS, EPOCHS, experiment.protocol().seed());
      Files.createDirectories(folder);
      return write(preview, data.labels(), folder);
    } catch (IOException e) {
      throw new AuricleException(folder + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static String write(Preview preview, List<String> labels, Path folder)
      throws IOException {
    FeatureGrid grid = new FeatureGrid(preview.columns(), CELL_WIDTH, CELL_HEIGHT);
    int sounds = 0;
    for (Preview.Shown shown : preview.shown()) {
      String title = shown.title(labels);
      String when = shown.epoch() == 0 ? " (plain)" : ", epoch " + shown.epoch();
      grid.add(title + when, shown.features(), shown.shape());
      float[] samples = shown.samples();
      if (samples != null) {
        String name = String.format(Locale.ROOT, "clip%d-epoch%d.wav", shown.clip(), shown.epoch());
        AudioWriter.write(new AudioClip(samples, preview.sampleRate()), folder.resolve(name));
        sounds++;
      }
    }
    Path picture = folder.resolve("preview.png");
    WholeFile.writeOrThrow(picture, fresh -> ImageIO.write(grid.draw(), "png", fresh.toFile()));
    return "wrote " + picture + " and " + sounds + " sounds beside it; nothing was trained";
  }
}

package dev.auricle.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.experiment.Experiment;
import dev.auricle.learn.experiment.Stages;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.training.TrainingData;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a network's training costs beside its steps: {@code TrainingBench DATA RECIPE EPOCHS
 * THREADS} trains it with and without its augmentation in turn, twice, and prints the processor
 * time of an epoch of each (the first left out, the median of the others), and how much memory the
 * process holds after each fifth of the epochs.
 */
public final class TrainingBench {
  private TrainingBench() {}

  public static void main(String[] args) {
    String yaml = Recipes.yaml(args[1]);
    int epochs = Integer.parseInt(args[2]);
    int threads = Integer.parseInt(args[3]);
    String fixed = yaml.replaceAll("(?m)^  epochs:.*$", "  epochs: " + epochs);
    String plain = fixed.replaceAll("(?ms)^augmentation:.*?(?=^\\S|\\z)", "");
    Recipe varied = Recipes.parse(fixed, args[1]);
    Recipe unvaried = Recipes.parse(plain, args[1]);
    try (Experiment experiment =
        Experiment.open(
            Layouts.open(Path.of(args[0])),
            Protocol.parse("holdout:0.2", 42),
            varied,
            threads,
            Stages.NONE)) {
      TrainingData data = experiment.training(varied, 0);
      double with = Double.POSITIVE_INFINITY;
      double without = Double.POSITIVE_INFINITY;
      for (int round = 0; round < 2; round++) {
        without = Math.min(without, epoch(unvaried, data, threads, "without"));
        with = Math.min(with, epoch(varied, data, threads, "with"));
      }
      System.out.printf(
          Locale.ROOT,
          "%s, %d clips: %.0f ms of processor time an epoch with augmentation, %.0f without: %.2f"
              + " x%n",
          varied.name(),
          data.size(),
          with,
          without,
          with / without);
    }
  }

  /** Milliseconds of processor time in an epoch. */
  private static double epoch(Recipe recipe, TrainingData data, int threads, String how) {
    List<Double> millis = new ArrayList<>();
    List<Long> held = new ArrayList<>();
    long[] last = {processorNanos()};
    TrainingContext.Progress progress =
        (done, total, message) -> {
          long now = processorNanos();
          if (done > 1) {
            millis.add((now - last[0]) / 1e6);
          }
          last[0] = now;
          if (done % Math.max(1, total / 5) == 0) {
            held.add(residentMegabytes());
          }
        };
    recipe.trainer().fit(data, null, new TrainingContext(42, threads, progress));
    millis.sort(null);
    System.out.printf(Locale.ROOT, "%s augmentation, MB held: %s%n", how, held);
    return millis.get(millis.size() / 2);
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** What Linux says the process holds; 0 elsewhere. */
  private static long residentMegabytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return 0;
  }
}

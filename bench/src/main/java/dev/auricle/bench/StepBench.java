package dev.auricle.bench;

import dev.auricle.learn.neural.StepTimer;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.network.Shape;
import java.util.Locale;

/**
 * Time of a training step for the networks that {@code bench/peers/steps.py} builds in Python's
 * PyTorch: {@code StepBench THREADS STEPS}.
 */
public final class StepBench {
  private StepBench() {}

  /** Prints a line for each network: name, median milliseconds, milliseconds of processor time. */
  public static void main(String[] args) {
    int threads = Integer.parseInt(args[0]);
    int steps = Integer.parseInt(args[1]);
    time("cnn", Shape.of(64, 64), threads, steps);
    time("cnn-large", Shape.of(128, 192), threads, Math.max(3, steps / 10));
    time("bilstm", Shape.of(40, 100), threads, steps);
  }

  private static void time(String recipe, Shape input, int threads, int steps) {
    StepTimer timer =
        StepTimer.time(
            Recipes.load(recipe).trainer(), input, 10, Math.max(3, steps / 5), steps, threads);
    System.out.printf(
        Locale.ROOT, "auricle %s %.2f %.2f%n", recipe, timer.wallMillis(), timer.processorMillis());
  }
}

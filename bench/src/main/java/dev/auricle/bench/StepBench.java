package dev.auricle.bench;

import dev.auricle.learn.neural.StepTimer;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.network.Shape;
import java.util.List;
import java.util.Locale;

/**
 * Time of a training step for the networks that {@code bench/peers/steps.py} builds in Python's
 * PyTorch: {@code StepBench THREADS STEPS [NETWORK…]}, where {@code +bf16} behind a name asks for
 * that precision.
 */
public final class StepBench {
  private StepBench() {}

  /** Prints a line for each network: name, median milliseconds, milliseconds of processor time. */
  public static void main(String[] args) {
    int threads = Integer.parseInt(args[0]);
    int steps = Integer.parseInt(args[1]);
    List<String> asked = List.of(args).subList(2, args.length);
    for (String each :
        asked.isEmpty() ? List.of("cnn", "resnet", "resnet+bf16", "bilstm") : asked) {
      String name = each.replace("+bf16", "");
      String precision = each.equals(name) ? "float32" : "bf16";
      time(each, name, precision, threads, name.equals("resnet") ? Math.max(3, steps / 10) : steps);
    }
  }

  private static Shape input(String recipe) {
    return switch (recipe) {
      case "resnet" -> Shape.of(128, 192);
      case "bilstm" -> Shape.of(40, 100);
      case "mn04-finetune" -> Shape.of(128, 500);
      case "mobilenet-finetune" -> Shape.of(128, 216);
      default -> Shape.of(64, 64);
    };
  }

  private static void time(String label, String recipe, String precision, int threads, int steps) {
    String yaml = Recipes.yaml(recipe).replaceAll("\n *precision:.*", "");
    yaml = yaml.replace("\ntraining:\n", "\ntraining:\n  precision: " + precision + "\n");
    StepTimer timer =
        StepTimer.time(
            Recipes.parse(yaml, recipe).trainer(),
            input(recipe),
            10,
            Math.max(3, steps / 5),
            steps,
            threads);
    System.out.printf(
        Locale.ROOT, "auricle %s %.2f %.2f%n", label, timer.wallMillis(), timer.processorMillis());
  }
}

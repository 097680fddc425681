package dev.auricle.learn.classical;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Minimises a smooth function by limited-memory BFGS (Nocedal and Wright, Numerical Optimization,
 * algorithms 7.4 and 7.5) with a line search that holds the weak Wolfe conditions by bisection.
 *
 * @param memory how many steps it remembers
 * @param maxIterations at which it stops in any case
 * @param tolerance it stops where no entry of the gradient is larger
 */
record Lbfgs(int memory, int maxIterations, double tolerance) {
  private static final double DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final int MOST_TRIALS = 30;

  /** A function with its gradient. */
  @FunctionalInterface
  interface Objective {
    /**
     * @param point where
     * @param gradient is filled
     * @return the value
     */
    double at(double[] point, double[] gradient);
  }

  /** Where a minimisation ended. */
  record Result(double[] point, double value, int iterations, boolean converged) {}

  private record Step(double[] moved, double[] turned, double curvature) {}

  /**
   * Minimises.
   *
   * @param start where to begin
   * @param precondition a rough inverse of the second derivative, applied to a vector; must be
   *     symmetric, positive and of the right size, for it is not scaled. Null takes the unit
   *     matrix, scaled by the last step
   */
  Result minimise(
      double[] start, Objective objective, @Nullable UnaryOperator<double[]> precondition) {
    Deque<Step> steps = new ArrayDeque<>();
    double[] point = start.clone();
    double[] gradient = new double[point.length];
    double value = objective.at(point, gradient);
    for (int iteration = 0; iteration < maxIterations; iteration++) {
      if (largest(gradient) <= tolerance) {
        return new Result(point, value, iteration, true);
      }
      double[] direction = direction(gradient, steps, precondition);
      double slope = dot(direction, gradient);
      if (slope >= 0) {
        steps.clear();
        direction = direction(gradient, steps, precondition);
        slope = dot(direction, gradient);
      }
      double[] next = new double[point.length];
      double[] nextGradient = new double[point.length];
      double low = 0;
      double high = Double.POSITIVE_INFINITY;
      double length = 1;
      double nextValue = value;
      boolean found = false;
      for (int trial = 0; trial < MOST_TRIALS && !found; trial++) {
        for (int i = 0; i < next.length; i++) {
          next[i] = point[i] + length * direction[i];
        }
        nextValue = objective.at(next, nextGradient);
        if (!(nextValue <= value + DECREASE * length * slope)) {
          high = length;
        } else if (dot(nextGradient, direction) < CURVATURE * slope) {
          low = length;
        } else {
          found = true;
        }
        if (!found) {
          length = high == Double.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
        }
      }
      if (!(nextValue < value)) {
        // No progress left in floating point.
        return new Result(point, value, iteration, false);
      }
      remember(steps, point, next, gradient, nextGradient);
      point = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return new Result(point, value, maxIterations, largest(gradient) <= tolerance);
  }

  /** The two-loop recursion. */
  private static double[] direction(
      double[] gradient, Deque<Step> steps, @Nullable UnaryOperator<double[]> precondition) {
    double[] q = gradient.clone();
    double[] alphas = new double[steps.size()];
    int at = 0;
    for (Step step : steps) {
      alphas[at] = dot(step.moved, q) / step.curvature;
      add(q, -alphas[at++], step.turned);
    }
    double[] direction =
        precondition == null ? scaled(q, steps.peekFirst()) : precondition.apply(q);
    for (var old = steps.descendingIterator(); old.hasNext(); ) {
      Step step = old.next();
      double beta = dot(step.turned, direction) / step.curvature;
      add(direction, alphas[--at] - beta, step.moved);
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -direction[i];
    }
    return direction;
  }

  /** A vector times the newest step's curvature, as a rough inverse of the second derivative. */
  private static double[] scaled(double[] vector, @Nullable Step newest) {
    if (newest != null) {
      double scale = newest.curvature / dot(newest.turned, newest.turned);
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= scale;
      }
    }
    return vector;
  }

  private void remember(
      Deque<Step> steps, double[] point, double[] next, double[] gradient, double[] nextGradient) {
    double[] moved = new double[point.length];
    double[] turned = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      moved[i] = next[i] - point[i];
      turned[i] = nextGradient[i] - gradient[i];
    }
    double curvature = dot(moved, turned);
    if (curvature > 1e-12 * dot(turned, turned)) {
      steps.addFirst(new Step(moved, turned, curvature));
      if (steps.size() > memory) {
        steps.removeLast();
      }
    }
  }

  private static double largest(double[] vector) {
    double largest = 0;
    for (double entry : vector) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] sum, double factor, double[] summand) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * summand[i];
    }
  }
}

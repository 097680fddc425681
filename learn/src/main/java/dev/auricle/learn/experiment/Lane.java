package dev.auricle.learn.experiment;

import dev.auricle.data.Fold;
import dev.auricle.learn.parallel.Parallel;
import dev.auricle.learn.training.Interruption;
import dev.auricle.learn.training.SideBySide;
import dev.auricle.learn.training.TrainingContext.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Where fits run one after the other, and perhaps others beside them. */
final class Lane {
  private final SideBySide plan;
  private final Stages stages;
  private final int room;
  private final BooleanSupplier inVain;
  private volatile boolean cut;

  private Lane(SideBySide plan, Stages stages, int room, BooleanSupplier inVain) {
    this.plan = plan;
    this.stages = stages;
    this.room = room;
    this.inVain = inVain;
  }

  /**
   * One that shares nothing with others.
   *
   * @param room for lanes inside it
   */
  static Lane alone(int threads, Stages stages, int room) {
    return new Lane(new SideBySide(1, threads), stages, room, () -> false);
  }

  /** The most lanes that may run inside it. */
  int room() {
    return room;
  }

  /** How many fits run at once, and the threads of each. */
  SideBySide plan() {
    return plan;
  }

  int threads() {
    return plan.threads();
  }

  /** Hears what a fit does. */
  Stages stages() {
    return stages;
  }

  /** True once nobody waits for it any more: one beside it has failed. */
  boolean inVain() {
    return inVain.getAsBoolean();
  }

  /** True once a training here was told to end before its time. */
  boolean cut() {
    return cut;
  }

  /** An interruption that also comes where a training has become vain. */
  Interruption interruption(Interruption known) {
    return new Interruption(
        () -> {
          boolean asked = inVain() || known.asked().getAsBoolean();
          cut |= asked;
          return asked;
        },
        known.checkpoint());
  }

  /** What is done with one of several folds in a lane. */
  @FunctionalInterface
  interface Work<T> {
    T of(int number, Lane lane);
  }

  /**
   * Does pieces of work in lanes inside this one. After a failure nothing more is begun, and what
   * is under way is in vain.
   *
   * @param inside how many lanes, with how many threads; a single one is this
   * @param roomOfEach for lanes inside them
   * @param stage that all of them are heard as
   * @param folds the pieces
   * @param numbers which of them
   * @return what came of them, in their order
   */
  <T> List<T> each(
      SideBySide inside,
      int roomOfEach,
      OneStage stage,
      List<Fold> folds,
      int[] numbers,
      Work<T> work) {
    if (inside.fits() == 1) {
      List<T> made = new ArrayList<>();
      for (int number : numbers) {
        made.add(work.of(number, this));
      }
      return made;
    }
    AtomicBoolean failed = new AtomicBoolean();
    Thread caller = Thread.currentThread();
    BooleanSupplier vain = () -> failed.get() || caller.isInterrupted() || inVain();
    Map<Integer, T> made = new ConcurrentSkipListMap<>();
    Parallel.forEach(
        numbers.length,
        inside.fits(),
        Progress.NONE,
        k -> {
          if (failed.get()) {
            return;
          }
          Stages heard = stage.of(shortly(folds.get(numbers[k])));
          Lane lane = new Lane(inside, heard, roomOfEach, vain);
          boolean done = false;
          try {
            made.put(k, work.of(numbers[k], lane));
            done = true;
          } finally {
            if (!done) {
              failed.set(true);
            }
            if (lane.cut) {
              cut = true;
            }
          }
        });
    return List.copyOf(made.values());
  }

  /** A fold's name up to what all of them share. */
  private static String shortly(Fold fold) {
    return fold.name().split(",", 2)[0];
  }
}

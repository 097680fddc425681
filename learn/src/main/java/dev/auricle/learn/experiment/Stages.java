package dev.auricle.learn.experiment;

import dev.auricle.learn.training.TrainingContext.Progress;

/** Hears which stage a run enters, and is asked for somebody to hear the stage's steps. */
@FunctionalInterface
public interface Stages {
  /** A stage begins, such as {@code reading 3000 clips}; the one before it has ended. */
  Progress enter(String stage);

  /** Hears nothing. */
  Stages NONE = stage -> Progress.NONE;
}

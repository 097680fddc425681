package dev.auricle.learn.training;

/** What networks are trained on. */
public enum Device {
  /** The processor. */
  CPU,
  /** The first NVIDIA card; needs a build with the profile {@code cuda}. */
  CUDA
}

package dev.auricle.learn.report;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Example;
import dev.auricle.data.ExampleAudio;

/** Where a report finds the sound of an example. */
@FunctionalInterface
public interface ClipSource {
  /**
   * The example's sound, at any rate.
   *
   * @throws dev.auricle.signal.AuricleException if it cannot be read
   */
  AudioClip read(Example example);

  /** Reads the example's file, or its stretch of it. */
  ClipSource FILES = ExampleAudio::read;
}

package dev.auricle.learn.report;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioReader;
import dev.auricle.data.Example;

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
  ClipSource FILES =
      example -> {
        Double start = example.start();
        Double end = example.end();
        return AudioReader.read(
            example.path(),
            AudioReader.NATIVE_RATE,
            start == null ? 0 : start,
            end == null ? Double.POSITIVE_INFINITY : end);
      };
}

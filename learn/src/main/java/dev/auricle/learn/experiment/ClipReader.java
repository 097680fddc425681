package dev.auricle.learn.experiment;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioReader;
import dev.auricle.data.Example;
import dev.auricle.signal.AuricleException;

/** Decodes examples. */
final class ClipReader {
  private ClipReader() {}

  /**
   * The example's sound at its own rate.
   *
   * @throws AuricleException if it cannot be read or holds no sample
   */
  static AudioClip read(Example example) {
    Double start = example.start();
    Double end = example.end();
    AudioClip clip =
        start == null && end == null
            ? AudioReader.read(example.path(), AudioReader.NATIVE_RATE)
            : AudioReader.read(
                example.path(),
                AudioReader.NATIVE_RATE,
                start == null ? 0 : start,
                end == null ? Double.POSITIVE_INFINITY : end);
    if (clip.samples().length == 0) {
      throw new AuricleException(example.path() + ": holds no sound (0 samples)");
    }
    return clip;
  }
}

package dev.auricle.audio;

import java.io.IOException;

/** Where samples of one coding go. */
interface SampleSink extends AutoCloseable {
  void write(float[] samples, int offset, int length) throws IOException;

  /** Completes the file; nothing can be written after. */
  void finish() throws IOException;

  @Override
  void close();
}

package dev.auricle.audio;

import dev.auricle.signal.Resampler;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.stream.IntStream;

/** Passes samples on at another rate. */
final class ResamplingSink implements SampleSink {
  private final Resampler resampler;
  private final SampleSink next;

  private ResamplingSink(Resampler resampler, SampleSink next) {
    this.resampler = resampler;
    this.next = next;
  }

  /** An Opus encoder, behind a resampler where Opus lacks the rate. */
  static SampleSink toOpusRate(SeekableByteChannel to, int sampleRate) throws IOException {
    int rate =
        IntStream.of(8_000, 12_000, 16_000, 24_000, 48_000)
            .filter(supported -> supported >= sampleRate)
            .findFirst()
            .orElse(48_000);
    if (rate == sampleRate) {
      return new EncoderSink(to, AudioFormat.OPUS, rate);
    }
    // First, because an encoder would have to be closed if this fails.
    Resampler resampler = new Resampler(sampleRate, rate);
    return new ResamplingSink(resampler, new EncoderSink(to, AudioFormat.OPUS, rate));
  }

  @Override
  public void write(float[] samples, int offset, int length) throws IOException {
    pass(resampler.process(samples, offset, length));
  }

  @Override
  public void finish() throws IOException {
    pass(resampler.flush());
    next.finish();
  }

  private void pass(float[] resampled) throws IOException {
    next.write(resampled, 0, resampled.length);
  }

  @Override
  public void close() {
    next.close();
  }
}

package dev.auricle.audio;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Writes RIFF WAVE: a header of 44 bytes, whose lengths are filled in at the end, and samples. */
final class WavSink implements SampleSink {
  private static final int HEADER_BYTES = 44;
  private static final int BUFFERED_SAMPLES = 1 << 13;

  /** RIFF counts its bytes in 32 bits. */
  private static final long MOST_DATA_BYTES = 0xffff_ffffL - HEADER_BYTES;

  private final SeekableByteChannel channel;
  private final AudioFormat format;
  private final int bytesPerSample;
  private final ByteBuffer buffer;
  private long dataBytes;

  WavSink(SeekableByteChannel channel, AudioFormat format, int sampleRate) throws IOException {
    this.channel = channel;
    this.format = format;
    bytesPerSample =
        switch (format) {
          case WAV_16 -> 2;
          case WAV_24 -> 3;
          default -> 4;
        };
    buffer = ByteBuffer.allocate(BUFFERED_SAMPLES * bytesPerSample).order(ByteOrder.LITTLE_ENDIAN);
    header(sampleRate);
  }

  private void header(int sampleRate) throws IOException {
    buffer.put(ascii("RIFF")).putInt(0).put(ascii("WAVE"));
    buffer.put(ascii("fmt ")).putInt(16);
    buffer.putShort((short) (format == AudioFormat.WAV_FLOAT ? 3 : 1)).putShort((short) 1);
    buffer.putInt(sampleRate).putInt(sampleRate * bytesPerSample);
    buffer.putShort((short) bytesPerSample).putShort((short) (8 * bytesPerSample));
    buffer.put(ascii("data")).putInt(0);
    drain();
  }

  @Override
  public void write(float[] samples, int offset, int length) throws IOException {
    dataBytes += (long) length * bytesPerSample;
    if (dataBytes > MOST_DATA_BYTES) {
      throw new AuricleException(
          "A WAV file holds at most 4 GiB; write FLAC, or several files, instead.");
    }
    for (int i = offset; i < offset + length; i++) {
      switch (format) {
        case WAV_16 -> buffer.putShort((short) Quantizer.toBits(samples[i], 16));
        case WAV_24 -> {
          int value = Quantizer.toBits(samples[i], 24);
          buffer.putShort((short) value).put((byte) (value >> 16));
        }
        default -> buffer.putFloat(samples[i]);
      }
      if (!buffer.hasRemaining()) {
        drain();
      }
    }
  }

  @Override
  public void finish() throws IOException {
    if (dataBytes % 2 == 1) {
      // Chunks have an even length; the stated one does not count this byte.
      buffer.put((byte) 0);
    }
    drain();
    putLength(4, dataBytes + dataBytes % 2 + HEADER_BYTES - 8);
    putLength(HEADER_BYTES - 4, dataBytes);
  }

  private void putLength(long position, long value) throws IOException {
    channel.position(position);
    buffer.putInt((int) value);
    drain();
  }

  private void drain() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {}
}

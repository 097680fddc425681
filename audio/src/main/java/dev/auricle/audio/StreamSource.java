package dev.auricle.audio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A stream as a channel that FFmpeg can read. MP4 and M4A, which may keep their table of contents
 * at the end, and CAF, which FFmpeg needs to go back in, are first copied to a temporary file;
 * everything else is read as it comes.
 */
final class StreamSource {
  private static final int MP4_SIGN_AT = 4;
  private static final int SIGN_BYTES = 8;

  private StreamSource() {}

  /** The channel; closing it leaves the stream open, which is its owner's to close. */
  static ReadableByteChannel of(InputStream stream, String name) {
    try {
      PushbackInputStream whole = new PushbackInputStream(stream, SIGN_BYTES);
      byte[] sign = whole.readNBytes(SIGN_BYTES);
      whole.unread(sign);
      return mustGoBack(sign) ? copied(whole) : Channels.newChannel(unclosable(whole));
    } catch (IOException e) {
      throw Unreadable.broken(name, e);
    }
  }

  /** Whether a stream has something to read, so that reading will not wait. */
  static boolean isReady(InputStream stream) {
    try {
      return stream.available() > 0;
    } catch (IOException e) {
      // It has ended, or broken off, which reading will tell.
      return true;
    }
  }

  private static boolean mustGoBack(byte[] sign) {
    String text = new String(sign, StandardCharsets.ISO_8859_1);
    return text.startsWith("ftyp", MP4_SIGN_AT) || text.startsWith("caff");
  }

  private static ReadableByteChannel copied(InputStream stream) throws IOException {
    Path file = Files.createTempFile("auricle", ".sound");
    try {
      Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
      return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static InputStream unclosable(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public void close() {}
    };
  }
}

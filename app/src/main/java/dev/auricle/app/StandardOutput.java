package dev.auricle.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers what went wrong with it: a print stream passes that over. */
final class StandardOutput extends FilterOutputStream {
  private volatile @Nullable IOException failure;

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /**
   * Why not all of it was written, such as a full disk; null where it was, and where whoever read
   * it had enough ({@code | head -1}).
   */
  @Nullable String lost() {
    IOException first = failure;
    if (first == null) {
      return null;
    }
    String reason = String.valueOf(first.getMessage());
    return reason.toLowerCase(Locale.ROOT).contains("pipe") ? null : reason;
  }
}

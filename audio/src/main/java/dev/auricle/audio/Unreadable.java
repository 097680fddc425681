package dev.auricle.audio;

import dev.auricle.signal.AuricleException;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why a sound cannot be read: what was found, what was expected, what to do. */
final class Unreadable {
  private static final String EXPECTED = "expected a sound file such as WAV, FLAC, MP3, Ogg or M4A";

  private Unreadable() {}

  /** Opens a file for reading, or says why not. */
  static ReadableByteChannel openFile(Path file) {
    if (!Files.exists(file)) {
      throw new AuricleException("There is no file " + file + "; check the path.");
    }
    if (Files.isDirectory(file)) {
      throw new AuricleException(
          file + " is a folder, expected a sound file; name a file inside it.");
    }
    try {
      // A named pipe opens like a file but cannot go back: it is read as a stream.
      return Files.isRegularFile(file)
          ? Files.newByteChannel(file)
          : Channels.newChannel(new BufferedInputStream(new FileInputStream(file.toFile())));
    } catch (AccessDeniedException e) {
      throw new AuricleException(
          "No permission to read " + file + "; allow it with the system's tools.", e);
    } catch (IOException e) {
      throw new AuricleException("Cannot open " + file + ": " + said(e), e);
    }
  }

  static AuricleException notSound(String name, String contents, List<String> said) {
    return new AuricleException(
        name
            + ": found "
            + contents
            + ", "
            + EXPECTED
            + "; check that it is the file you mean, or export it again"
            + ffmpegSays(said));
  }

  static AuricleException halfStated(String name, String container) {
    return new AuricleException(
        name
            + ": found "
            + container
            + " sound whose header gives no usable rate and channels; it is damaged: export it"
            + " again, or leave it out.");
  }

  static AuricleException noAudio(String name, String container) {
    return new AuricleException(
        name
            + ": found "
            + container
            + " data without a sound track, "
            + EXPECTED
            + "; choose another file.");
  }

  static AuricleException noDecoder(String name, String codec, List<String> said) {
    return new AuricleException(
        name
            + ": found sound coded "
            + (codec.equals("none") ? "in a way nobody knows" : "as " + codec)
            + ", which this build of FFmpeg cannot decode; convert it to WAV or FLAC"
            + ffmpegSays(said));
  }

  static AuricleException noSamples(String name, AudioInfo info, List<String> said) {
    return new AuricleException(
        String.format(
            Locale.ROOT,
            "%s: found a header (%s, %s, %d Hz, %d ch) but no samples that can be decoded after it;"
                + " the file may be truncated or its recording failed: copy or record it again, or"
                + " leave it out%s",
            name,
            info.container(),
            info.codec(),
            info.sampleRate(),
            info.channels(),
            ffmpegSays(said)));
  }

  static AuricleException absurd(String name, String found, String expected) {
    return new AuricleException(
        name
            + ": found "
            + found
            + ", expected "
            + expected
            + "; its header is damaged or not that of a sound: export it again, or leave it out.");
  }

  static AuricleException noSuchChannel(String name, int channel, int channels) {
    return new AuricleException(
        name
            + ": found "
            + channels
            + (channels == 1 ? " channel" : " channels")
            + ", expected one numbered "
            + channel
            + " (counted from 0); choose another, or the mean of all.");
  }

  static AuricleException outside(String name, double seconds, ReadOptions wanted) {
    return new AuricleException(
        String.format(
            Locale.ROOT,
            "%s: found %.3f s of sound, expected a stretch starting at %.3f s; mend the start time"
                + " or choose another file.",
            name,
            seconds,
            wanted.startSeconds()));
  }

  static AuricleException tooLong(String name, double seconds, String advice) {
    return new TooLongException(
        String.format(
            Locale.ROOT,
            "%s: found more than the allowed %.1f s of sound; %s.",
            name,
            seconds,
            advice));
  }

  static AuricleException broken(String name, @Nullable Throwable cause) {
    if (cause != null && isInterruption(cause)) {
      return new AuricleException(
          name + ": reading it was interrupted before its end; read it again.", cause);
    }
    String found = cause == null ? "an unknown error" : said(cause);
    String message = name + ": reading its bytes failed (" + found + "); check the disk or stream.";
    return cause == null ? new AuricleException(message) : new AuricleException(message, cause);
  }

  /** Whether somebody interrupted the thread, which is no fault of the disk. */
  static boolean isInterruption(Throwable cause) {
    // A timeout is an InterruptedIOException too, though one of the connection.
    return cause instanceof ClosedByInterruptException
        || (cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException));
  }

  /** A failure in its own words, or by its name where it has none. */
  private static String said(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.toString() : message;
  }

  /** FFmpeg's own lines, where it left any; its bare codes say less than the words before them. */
  private static String ffmpegSays(List<String> said) {
    return said.isEmpty() ? "." : ". FFmpeg says: " + String.join("; ", said);
  }
}

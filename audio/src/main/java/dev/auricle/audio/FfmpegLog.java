package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;

/**
 * Keeps FFmpeg's complaints off the terminal and holds them for the exception that follows.
 *
 * <p>Codecs run on the thread that calls them (one thread each), so what is said belongs to the
 * sound that thread is reading.
 */
final class FfmpegLog {
  /** More lines than these say nothing new, and a broken file can utter millions. */
  private static final int MOST_LINES = 8;

  private static final ThreadLocal<Set<String>> SAID = ThreadLocal.withInitial(LinkedHashSet::new);

  /** Static, so that it is never collected while native code points at it. */
  private static final LogCallback CALLBACK =
      new LogCallback() {
        @Override
        public void call(int level, BytePointer line) {
          Set<String> said = SAID.get();
          if (said.size() < MOST_LINES) {
            said.add(tidy(line.getString()));
          }
        }
      };

  private FfmpegLog() {}

  static void install() {
    av_log_set_level(AV_LOG_ERROR);
    setLogCallback(CALLBACK);
  }

  /** What was said on this thread since the last call, oldest first. */
  static List<String> take() {
    Set<String> said = SAID.get();
    List<String> lines = new ArrayList<>(said);
    said.clear();
    return lines;
  }

  /** Drops addresses, which differ from run to run: "[mp3 @ 0x7f12]" becomes "[mp3]". */
  private static String tidy(String line) {
    return line.replaceAll(" @ 0x[0-9a-f]+", "").strip();
  }
}

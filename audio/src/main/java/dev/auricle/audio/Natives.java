package dev.auricle.audio;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Loads FFmpeg when the first sound is opened, never before.
 *
 * <p>The libraries are unpacked once to a folder that later starts reuse: {@code
 * $AURICLE_CACHE/natives} where that variable (or system property {@code auricle.cache}) is set,
 * else JavaCPP's own place ({@code ~/.javacpp/cache}).
 */
final class Natives {
  private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

  static {
    String cache = System.getProperty("auricle.cache", System.getenv("AURICLE_CACHE"));
    if (cache != null && !cache.isBlank() && System.getProperty(CACHE_PROPERTY) == null) {
      System.setProperty(CACHE_PROPERTY, cache + "/natives");
    }
    FfmpegLog.install();
    // Touching each class loads its library; libavfilter, libavdevice and libswscale stay unloaded.
    avcodec.avcodec_version();
    avformat.avformat_version();
  }

  private Natives() {}

  /** Does nothing but load this class, and so the libraries. */
  static void load() {}

  /** FFmpeg's words for an error code, such as "Invalid data found when processing input". */
  static String describe(int error) {
    byte[] text = new byte[256];
    avutil.av_strerror(error, text, text.length);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, java.nio.charset.StandardCharsets.UTF_8);
  }
}

package dev.auricle.audio;

import java.util.Map;

/**
 * What a sound file says of itself.
 *
 * @param container FFmpeg's short name of the file format, such as {@code wav} or {@code ogg}
 * @param codec FFmpeg's name of the codec, such as {@code pcm_s16le} or {@code vorbis}
 * @param sampleRate in Hz, as stored
 * @param channels as stored
 * @param bitsPerSample of the stored samples; 0 where the codec has no such notion
 * @param seconds length as the header states or estimates it; negative where unknown
 * @param tags title, artist, date and the like; empty where there are none
 */
public record AudioInfo(
    String container,
    String codec,
    int sampleRate,
    int channels,
    int bitsPerSample,
    double seconds,
    Map<String, String> tags) {
  /** The same, with what the first decoded frame showed: headers are not always right. */
  AudioInfo measured(int rate, int channelCount) {
    return new AudioInfo(container, codec, rate, channelCount, bitsPerSample, seconds, tags);
  }
}

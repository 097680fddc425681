package dev.auricle.learn.picture;

import dev.auricle.audio.AudioClip;
import org.jspecify.annotations.Nullable;

/**
 * One sound in a picture.
 *
 * @param title above it; empty for none
 * @param clip the sound; null where only a spectrogram is at hand, and then there is no waveform
 * @param spectrogram drawn as it is; null to compute it from the sound
 */
public record Panel(String title, @Nullable AudioClip clip, @Nullable Spectrogram spectrogram) {

  /** A sound whose spectrogram is computed to fit the picture. */
  public static Panel of(String title, AudioClip clip) {
    return new Panel(title, clip, null);
  }

  /** A spectrogram that was made elsewhere, such as what a network sees. */
  public static Panel of(String title, Spectrogram spectrogram) {
    return new Panel(title, null, spectrogram);
  }

  /** Length in seconds. */
  double seconds() {
    AudioClip sound = clip;
    Spectrogram given = spectrogram;
    return given != null ? given.seconds() : sound != null ? sound.seconds() : 0;
  }
}

package dev.auricle.learn.report;

/**
 * A clip's sound and spectrogram, as data URIs.
 *
 * @param sound such as {@code data:audio/ogg;base64,…}
 * @param picture such as {@code data:image/png;base64,…}
 * @param seconds length of the sound
 * @param cut true where the clip is longer than what is kept of it
 */
record ClipMedia(String sound, String picture, double seconds, boolean cut) {
  /** What it adds to the file. */
  int bytes() {
    return sound.length() + picture.length() + 40;
  }
}

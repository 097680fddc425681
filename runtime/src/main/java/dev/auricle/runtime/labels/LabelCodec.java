package dev.auricle.runtime.labels;

import java.util.List;

/** Writes and reads one format. */
interface LabelCodec {
  /** What stands before the first sound. */
  default String header() {
    return "";
  }

  /** One sound's events. */
  String write(SoundEvents sound);

  /** The sounds of a file, in the order in which they first appear; without events, one or none. */
  List<SoundEvents> read(LabelText text);
}

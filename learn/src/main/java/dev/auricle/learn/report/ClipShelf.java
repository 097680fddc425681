package dev.auricle.learn.report;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Example;
import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts sounds and spectrograms into the room there is. */
final class ClipShelf {
  /** Longer clips are cut: a report is for an ear's first judgement. */
  private static final double MOST_SECONDS = 10;

  /** So many clips in a row that no longer fit, and the room counts as full. */
  private static final int PATIENCE = 6;

  private ClipShelf() {}

  /**
   * Reads and encodes clips in the order of {@link ClipChoice}; one that cannot be read is left
   * out.
   *
   * @param room in bytes of the file
   * @return by the examples' ids
   */
  static Map<String, ClipMedia> fill(ReportContent content, ClipSource source, long room) {
    Map<String, Example> examples = new HashMap<>();
    content.comparison().dataset().examples().forEach(e -> examples.put(e.id(), e));
    Map<String, ClipMedia> shelf = new LinkedHashMap<>();
    long left = room;
    int refused = 0;
    for (String id : ClipChoice.order(content)) {
      Example example = examples.get(id);
      if (example == null || refused >= PATIENCE) {
        continue;
      }
      try {
        ClipMedia media = encode(source.read(example));
        if (media.bytes() <= left) {
          shelf.put(id, media);
          left -= media.bytes();
          refused = 0;
        } else {
          refused++;
        }
      } catch (AuricleException e) {
        // The file moved or broke since it was judged: its row says that the sound is not here.
      }
    }
    return shelf;
  }

  private static ClipMedia encode(AudioClip clip) {
    int most = (int) Math.round(MOST_SECONDS * clip.sampleRate());
    boolean cut = clip.samples().length > most;
    AudioClip kept =
        cut ? new AudioClip(Arrays.copyOf(clip.samples(), most), clip.sampleRate()) : clip;
    return new ClipMedia(ClipSound.dataUri(kept), Thumbnail.dataUri(kept), kept.seconds(), cut);
  }
}

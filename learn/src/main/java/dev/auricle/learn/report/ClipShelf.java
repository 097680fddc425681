package dev.auricle.learn.report;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Example;
import dev.auricle.learn.parallel.InOrder;
import dev.auricle.signal.AuricleException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Puts sounds and spectrograms into the room there is. */
final class ClipShelf {
  /** Longer clips are cut: a report is for an ear's first judgement. */
  private static final double MOST_SECONDS = 10;

  /** So many clips in a row that no longer fit, and the room counts as full. */
  private static final int PATIENCE = 6;

  private final Map<String, ClipMedia> media = new LinkedHashMap<>();
  private long left;
  private int refused;

  private ClipShelf(long room) {
    left = room;
  }

  /**
   * Reads and encodes clips; one that cannot be read is left out.
   *
   * @param order those that tell most ahead
   * @param room in bytes of the file
   * @return by the examples' ids
   */
  static Map<String, ClipMedia> fill(List<Example> order, ReportOptions options, long room) {
    ClipShelf shelf = new ClipShelf(room);
    InOrder.run(shelf.tasks(order, options.source()), options.threads(), shelf::put);
    return shelf.media;
  }

  private record Encoded(Example example, Optional<ClipMedia> media) {}

  /** Encodes clip after clip for as long as there is room. */
  private Iterator<Callable<Encoded>> tasks(List<Example> order, ClipSource source) {
    Iterator<Example> examples = order.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return refused < PATIENCE && examples.hasNext();
      }

      @Override
      public Callable<Encoded> next() {
        Example example = examples.next();
        return () -> new Encoded(example, encode(source, example));
      }
    };
  }

  private void put(Encoded encoded) {
    if (encoded.media().isEmpty() || refused >= PATIENCE) {
      return;
    }
    ClipMedia one = encoded.media().get();
    if (one.bytes() > left) {
      refused++;
      return;
    }
    refused = 0;
    left -= one.bytes();
    media.put(encoded.example().id(), one);
  }

  /** Empty where the file moved or broke since it was judged: its row says so. */
  private static Optional<ClipMedia> encode(ClipSource source, Example example) {
    try {
      AudioClip clip = source.read(example);
      int most = (int) Math.round(MOST_SECONDS * clip.sampleRate());
      boolean cut = clip.samples().length > most;
      AudioClip kept =
          cut ? new AudioClip(Arrays.copyOf(clip.samples(), most), clip.sampleRate()) : clip;
      return Optional.of(
          new ClipMedia(ClipSound.dataUri(kept), Thumbnail.dataUri(kept), kept.seconds(), cut));
    } catch (AuricleException e) {
      return Optional.empty();
    }
  }
}

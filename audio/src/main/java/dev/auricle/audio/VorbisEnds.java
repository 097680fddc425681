package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_samples_copy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts decoded Vorbis to the samples that an Ogg file's pages tell of, the very ones that libvorbis
 * and libsndfile give; FFmpeg's own count goes wrong by hundreds of samples either way.
 *
 * <p>A page's granule position is the number of samples up to its end (<a
 * href="https://xiph.org/vorbis/doc/Vorbis_I_spec.html">Vorbis I</a>, A.2), and the first packet's
 * output is none. Where the first page holds more than it says, the surplus is cut at the start;
 * where it holds fewer, the stream began before, and its length is told from there. Where the last
 * page holds more than it says, the surplus is cut at the end. Pages between may contradict those,
 * which FFmpeg's own writer makes them do: then the last packet is cut by what the page before and
 * the last one say. A file may hold several streams one after the other, each with its own ends.
 */
final class VorbisEnds implements AutoCloseable {
  /** Samples of all channels that the first page may hold: two channels' of the longest packets. */
  private static final long MOST_HELD = 1 << 22;

  private final OggScan scan;

  /** The page on which the latest packet begins, its place, and how many began there so far. */
  private OggScan.@Nullable Page from;

  private long pageAt = -1;
  private int begun;

  /** The page on which the latest packet ends, and how many end there so far. */
  private OggScan.@Nullable Page page;

  private int ended;

  /** Whether a stream's first frame, which is none, is still to come. */
  private boolean fresh = true;

  /** Whether it is known where the stream begins; until then its frames are held. */
  private boolean anchored;

  /** Number of the stream's first sample. */
  private long first;

  /** Samples up to here: of this stream, and as its pages count them. */
  private long length;

  private long position;

  private long heldSamples;
  private final Deque<AVFrame> held = new ArrayDeque<>();
  private final Deque<AVFrame> ready = new ArrayDeque<>();

  VorbisEnds(OggScan scan) {
    this.scan = scan;
  }

  /** Tells of the next packet: where the page begins on which it does. */
  void packet(long at) {
    if (at != pageAt) {
      boolean chained = at > pageAt && scan.beginsStream(pageAt, at);
      pageAt = at;
      from = scan.page(at);
      begun = 0;
      if (chained) {
        finish();
      }
    }
    begun++;
    boolean crosses = from != null && from.open() && begun >= from.beginning();
    OggScan.Page to = from != null && crosses ? scan.endOfPacketFrom(from) : from;
    if (to == null || page == null || to.at() != page.at()) {
      endPage();
      page = to;
      ended = 0;
    }
    ended++;
  }

  /**
   * Tells of the frame that the latest packet gave, and shortens it.
   *
   * @return whether it is the next; if not, it was taken over, or there is nothing in it
   */
  boolean passes(AVFrame frame) {
    if (fresh) {
      fresh = false;
      return false;
    }
    int samples = frame.nb_samples();
    length += samples;
    position += samples;
    if (page != null && page.endsStream()) {
      release();
      int surplus = surplus(page, samples);
      frame.nb_samples(samples - surplus);
      if (surplus == samples) {
        return false;
      }
    }
    if (!anchored) {
      held.add(taken(frame));
      heldSamples += (long) samples * frame.ch_layout().nb_channels();
      if (page == null || heldSamples > MOST_HELD) {
        release();
      }
      return false;
    }
    return ready.isEmpty() || !ready.add(taken(frame));
  }

  /** How many of the latest samples lie beyond the end that the last page tells. */
  private int surplus(OggScan.Page last, int samples) {
    if (last.granule() < 0) {
      return 0;
    }
    long beyond = length - (last.granule() - first);
    if (ended == last.ending()) {
      beyond = Math.max(beyond, position - last.granule());
    }
    return (int) Math.max(0, Math.min(samples, beyond));
  }

  /** Fetches the next frame of those that were taken over; false where none is ready. */
  boolean fetch(AVFrame frame) {
    AVFrame next = ready.poll();
    if (next == null) {
      return false;
    }
    av_frame_unref(frame);
    av_frame_move_ref(frame, next);
    av_frame_free(next);
    return true;
  }

  /** Ends a stream: what is held becomes ready. */
  void finish() {
    endPage();
    release();
    page = null;
    fresh = true;
    anchored = false;
    first = 0;
    length = 0;
    position = 0;
  }

  private void endPage() {
    if (page == null || page.granule() < 0 || fresh) {
      return;
    }
    long told = page.granule();
    if (!anchored && !page.endsStream()) {
      first = Math.max(0, told - length);
      cutStart(Math.max(0, length - told));
      release();
    }
    position = told;
  }

  private void cutStart(long surplus) {
    length -= surplus;
    long left = surplus;
    while (left > 0 && !held.isEmpty()) {
      AVFrame frame = held.peek();
      int samples = frame.nb_samples();
      if (samples <= left) {
        av_frame_free(held.remove());
      } else {
        dropStart(frame, (int) left);
      }
      left -= samples;
    }
  }

  private static void dropStart(AVFrame frame, int count) {
    int left = frame.nb_samples() - count;
    int channels = frame.ch_layout().nb_channels();
    PointerPointer<?> data = frame.extended_data();
    av_samples_copy(data, data, 0, count, left, channels, frame.format());
    frame.nb_samples(left);
  }

  private void release() {
    ready.addAll(held);
    held.clear();
    heldSamples = 0;
    anchored = true;
  }

  private static AVFrame taken(AVFrame frame) {
    AVFrame own = av_frame_alloc();
    av_frame_move_ref(own, frame);
    return own;
  }

  @Override
  public void close() {
    release();
    ready.forEach(frame -> av_frame_free(frame));
    ready.clear();
  }
}

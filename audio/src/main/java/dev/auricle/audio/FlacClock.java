package dev.auricle.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Finds how much sound a FLAC file's damaged packets held, so that silence in their place keeps
 * what follows at its time. FLAC's frames state their place; other codecs' do not, and there a
 * damaged packet shortens the sound, as it does in FFmpeg's own program.
 */
final class FlacClock {
  private final AVRational tick;

  /** Ticks that the damaged packets since the last frame claimed to last. */
  private long lost;

  /** Tick at which the next frame is due. */
  private long due;

  FlacClock(AVRational tick) {
    this.tick = tick;
  }

  void packetLost(long ticks) {
    lost += ticks;
  }

  /** Starts anew where the next frame stands. */
  void jumped() {
    lost = 0;
  }

  /** Samples missing before this frame. */
  int gapBefore(AVFrame frame) {
    long time = frame.best_effort_timestamp();
    if (time == AV_NOPTS_VALUE()) {
      return 0;
    }
    double samplesPerTick = frame.sample_rate() * (double) tick.num() / tick.den();
    double gap = Math.min(time - due, lost) * samplesPerTick;
    lost = 0;
    due = time + Math.round(frame.nb_samples() / samplesPerTick);
    return (int) Math.max(0, Math.min(gap, Limits.MOST_SAMPLES_IN_FRAME));
  }
}

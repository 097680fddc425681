package dev.auricle.learn.picture;

import dev.auricle.signal.MelScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How frequencies are laid along an axis. */
public enum FrequencyScale {
  /** Evenly in Hz. */
  LINEAR,
  /** Evenly in mel (Slaney): as ears and models have it, low frequencies drawn out. */
  MEL;

  /** Place of a frequency between {@code low} and {@code high}, all in Hz: 0 to 1. */
  public double place(double hz, double low, double high) {
    return (position(hz) - position(low)) / (position(high) - position(low));
  }

  /** The frequency at a place in [0, 1], in Hz. */
  public double frequency(double place, double low, double high) {
    double position = position(low) + place * (position(high) - position(low));
    return this == LINEAR ? position : MelScale.SLANEY.toHz(position);
  }

  /** Round frequencies to write along the axis, in Hz. */
  public List<Double> ticks(double low, double high, int most) {
    if (this == LINEAR) {
      return Ticks.between(low, high, most).values();
    }
    List<Double> ticks = new ArrayList<>();
    double least = 0.7 / most;
    for (double hz : new double[] {0, 250, 500, 1000, 2000, 4000, 8000, 16000, 32000, 64000}) {
      boolean inside = hz >= low && hz <= high;
      boolean clear =
          ticks.isEmpty()
              || place(hz, low, high) - place(ticks.get(ticks.size() - 1), low, high) > least;
      if (inside && clear) {
        ticks.add(hz);
      }
    }
    return List.copyOf(ticks);
  }

  private double position(double hz) {
    return this == LINEAR ? hz : MelScale.SLANEY.toMel(hz);
  }

  /** As a user writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

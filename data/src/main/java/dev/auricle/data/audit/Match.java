package dev.auricle.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two sounds that agree.
 *
 * @param a index of the one
 * @param b index of the other
 * @param how where and how much
 */
record Match(int a, int b, Alignment how) {

  /** {@code correlation 0.97, shifted by 0.13 s, levels 9.0 dB apart}. */
  String words() {
    double shift = Math.abs(how.lag()) / (double) ClipScan.RATE;
    double decibels = Math.abs(20 * Math.log10(how.gain()));
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "correlation %.2f", how.correlation()));
    if (shift >= 0.005) {
      parts.add(String.format(Locale.ROOT, "shifted by %.2f s", shift));
    }
    if (decibels >= 0.5) {
      parts.add(String.format(Locale.ROOT, "levels %.1f dB apart", decibels));
    }
    return String.join(", ", parts);
  }
}

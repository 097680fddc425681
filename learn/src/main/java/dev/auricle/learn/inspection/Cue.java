package dev.auricle.learn.inspection;

import dev.auricle.data.audit.FileFacts;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Something a model can read off a file without listening to what sounds in it. None of it should
 * tell labels apart; where it does, a score may be for the recording and not for the sound.
 */
public enum Cue {
  DURATION(
      "duration",
      "%.2f",
      " s",
      FileFacts::seconds,
      "give all clips one length before training; a recipe's 'preparation: seconds' crops and pads,"
          + " but padding still shows"),
  SAMPLE_RATE(
      "sample rate",
      "%.0f",
      " Hz",
      FileFacts::sampleRate,
      "bring all files to the lowest rate among them ('preparation: sample-rate' in the recipe)"),
  BANDWIDTH(
      "bandwidth",
      "%.0f",
      " Hz",
      FileFacts::bandwidth,
      "let the model hear only what all files hold: 'preparation: sample-rate' at twice the lowest"
          + " bandwidth, or the front-end's 'max-hz'"),
  NOISE_FLOOR(
      "noise floor",
      "%.0f",
      " dB",
      FileFacts::noiseFloor,
      "record all labels with the same equipment and rooms, or add noise in training"
          + " ('augmentation: noise')"),
  DC_OFFSET(
      "DC offset",
      "%.5f",
      "",
      FileFacts::dc,
      "take the mean off every file, or cut what is below 20 Hz"),
  PEAK(
      "peak",
      "%.2f",
      "",
      FileFacts::peak,
      "bring all files to one level ('preparation: level-db: -20' in the recipe), or use a"
          + " front-end with 'normalise: peak' and 'augmentation: gain-db'"),
  LEADING_SILENCE(
      "leading silence",
      "%.2f",
      " s",
      FileFacts::leadingSilence,
      "cut silence at both ends ('preparation: trim-db: 40' in the recipe does)"),
  CHANNELS(
      "channels", "%.0f", "", FileFacts::channels, "mix all files to mono before anything else"),
  CODEC(
      "codec",
      "",
      "",
      facts -> 0,
      "bring all files through the same codec: a lossy one leaves traces that decoding keeps");

  private final String words;
  private final String form;
  private final String unit;
  private final ToDoubleFunction<FileFacts> value;
  private final String remedy;

  Cue(String words, String form, String unit, ToDoubleFunction<FileFacts> value, String remedy) {
    this.words = words;
    this.form = form;
    this.unit = unit;
    this.value = value;
    this.remedy = remedy;
  }

  /** What people call it. */
  public String words() {
    return words;
  }

  /** What to do where it gives labels away. */
  public String remedy() {
    return remedy;
  }

  /** Its value for each file; codecs are numbered in the order of their names. */
  float[] column(List<FileFacts> facts) {
    float[] column = new float[facts.size()];
    List<String> codecs = facts.stream().map(FileFacts::codec).distinct().sorted().toList();
    for (int i = 0; i < column.length; i++) {
      column[i] =
          this == CODEC
              ? codecs.indexOf(facts.get(i).codec())
              : (float) value.applyAsDouble(facts.get(i));
    }
    return column;
  }

  /** What is usual among some files: the middle half of the values, or the commonest codec. */
  String usual(List<FileFacts> facts) {
    if (facts.isEmpty()) {
      return "–";
    }
    if (this == CODEC) {
      List<String> codecs = facts.stream().map(FileFacts::codec).sorted().toList();
      return codecs.stream()
          .max(Comparator.comparingInt(c -> Collections.frequency(codecs, c)))
          .orElseThrow();
    }
    double[] sorted = facts.stream().mapToDouble(value).sorted().toArray();
    String low = number(sorted[sorted.length / 4]);
    String high = number(sorted[3 * sorted.length / 4]);
    return (low.equals(high) ? low : low + " to " + high) + unit;
  }

  private String number(double x) {
    String text = String.format(Locale.ROOT, form, x);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }
}

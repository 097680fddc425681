package dev.auricle.network.export;

import dev.auricle.signal.MelFilterBank;
import dev.auricle.signal.MelScale;
import dev.auricle.signal.Window;

/** The log-mels that published networks read, {@code mn-mel} and {@code yamnet-mel}. */
final class PublishedMelGraph {
  private final Sheet sheet;
  private final FrontEndOptions options;

  PublishedMelGraph(Sheet sheet, FrontEndOptions options) {
    this.sheet = sheet;
    this.options = options;
  }

  /** {@code [batch, n]} to {@code [batch, 128, frames]}. */
  String mn(String samples) {
    int fft = options.whole("fft");
    int margin = fft / 2;
    String sound = sheet.atLeast(samples, margin + 2);
    String now = sheet.slice(sound, sheet.place(1), sheet.place(Long.MAX_VALUE), 1);
    String before = sheet.slice(sound, sheet.place(0), sheet.place(-1), 1);
    String emphasised =
        sheet.of("Sub", now, sheet.of("Mul", before, sheet.number(options.number("preEmphasis"))));
    String padded = sheet.pad(emphasised, sheet.place(margin), sheet.place(margin), "reflect");
    MelFilterBank bank =
        MelFilterBank.kaldi(
            options.whole("sampleRate"),
            fft,
            options.whole("bands"),
            options.number("minHz"),
            options.number("maxHz"));
    double[] window = Window.HANN.symmetric(options.whole("windowLength"));
    String log =
        log(
            new PowerGraph(fft, options.whole("hop"), window, bank.filters(), false, false),
            padded);
    String shifted = sheet.of("Add", log, sheet.number(options.number("shift")));
    String scaled = sheet.of("Div", shifted, sheet.number(options.number("divisor")));
    return sheet.transpose(scaled, 0, 2, 1);
  }

  /** {@code [batch, n]} to {@code [batch, frames, 64]}. */
  String yamnet(String samples) {
    int fft = options.whole("fft");
    int frame = options.whole("windowLength");
    // The window stands in the middle of a transform: these margins let it start at sample 0.
    String margin = sheet.place((fft - frame) / 2);
    String padded =
        sheet.pad(sheet.atLeast(samples, options.whole("shortest")), margin, margin, "constant");
    MelFilterBank bank =
        new MelFilterBank(
            options.whole("sampleRate"),
            fft,
            options.whole("bands"),
            options.number("minHz"),
            options.number("maxHz"),
            MelScale.HTK,
            false,
            MelFilterBank.Shape.STRAIGHT_IN_MEL);
    double[] window = Window.HANN.periodic(frame);
    return log(
        new PowerGraph(fft, options.whole("hop"), window, bank.filters(), true, false), padded);
  }

  private String log(PowerGraph powers, String samples) {
    String mel = powers.apply(sheet, samples);
    return sheet.of("Log", sheet.of("Add", mel, sheet.number(options.number("logOffset"))));
  }
}

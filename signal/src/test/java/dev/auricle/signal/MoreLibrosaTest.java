package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Golden: what librosa 0.11 gives where its 98 cases do not look, from {@code
 * bench/peers/more_golden.py}. Tolerances as in {@link LibrosaParityTest}.
 */
class MoreLibrosaTest {
  private static final Map<String, float[]> GOLDEN = Golden.more();
  private static final int RATE = 16000;
  private static final float[] X = GOLDEN.get("sound");
  private static final Stft STFT = Stft.of(512, 128);

  @Test
  void transformsOfAnyLength() {
    assertLinear("stft-1000-real", Stft.of(1000, 700).complex(X).real());
    assertLinear(
        "stft-997-imaginary", Stft.of(997, 900).withWindow(Window.BLACKMAN).complex(X).imaginary());
  }

  @Test
  void edgesAndSymmetricWindows() {
    Stft stft = Stft.of(256, 1000);
    assertLinear("stft-edge", stft.withPadding(Padding.EDGE).magnitude(X));
    assertLinear(
        "stft-symmetric", stft.withWindowLength(200).withSymmetricWindow(true).magnitude(X));
  }

  @Test
  void inverseOfChangedSpectra() {
    ComplexMatrix spectra = STFT.complex(X);
    for (Matrix part : new Matrix[] {spectra.real(), spectra.imaginary()}) {
      for (int i = 0; i < part.values().length; i++) {
        part.values()[i] *= (float) (i % part.columns()) / (part.columns() - 1);
      }
    }
    assertLinear("istft", new Matrix(1, X.length, STFT.inverse(spectra, X.length)));
  }

  @Test
  void levelsOfAmplitudes() {
    Matrix mel = mel();
    Decibels decibels = new Decibels(0.5, 1e-3, 60);
    assertWithin("amplitude-to-db", decibels.fromAmplitude(mel), 1e-3);
    Decibels toMax = Decibels.OF_AMPLITUDE.withReference(mel.max());
    assertWithin(
        "amplitude-to-db-max", toMax.withRange(Double.POSITIVE_INFINITY).fromAmplitude(mel), 1e-3);
  }

  @Test
  void perChannelEnergyNormalisation() {
    Matrix mel = mel();
    for (int i = 0; i < mel.values().length; i++) {
      mel.values()[i] *= 0x1p31f;
    }
    assertLinear("pcen", Pcen.DEFAULT.compute(mel, RATE, 256));
    assertLinear("pcen-log", new Pcen(0.8, 2, 0, 0.1, 1e-6).compute(mel, RATE, 256));
    assertLinear("pcen-no-bias", new Pcen(0.98, 0, 0.5, 0.4, 1e-6).compute(mel, RATE, 256));
  }

  @Test
  void harmonicsAndPercussion() {
    Matrix magnitude = STFT.magnitude(X);
    var masks = HarmonicPercussive.DEFAULT.masks(magnitude);
    assertLinear("hpss-harmonic", everyNth(masks.harmonic(), 8));
    assertLinear("hpss-percussive", everyNth(masks.percussive(), 8));
    var margins = new HarmonicPercussive(17, 9, 1, 1.5, 3).masks(magnitude);
    assertLinear("hpss-margin", everyNth(margins.harmonic(), 8));
    float[] harmonic = HarmonicPercussive.DEFAULT.separate(X, STFT).harmonic();
    assertLinear("hpss-sound", new Matrix(1, X.length, harmonic));
  }

  @Test
  void deltasWithInterpolatedEdges() {
    FilterBank bank = MelFilterBank.slaney(RATE, 512, 30).filters();
    Matrix mfcc = Mfcc.of(MelSpectrogram.ofPower(Stft.of(512, 256), bank), 5).compute(X);
    assertWithin("mfcc", mfcc, 1e-3);
    assertWithin("delta", Delta.compute(mfcc, 1), 1e-3);
    assertWithin("delta-3", Delta.compute(mfcc, 7, 3, Delta.Edges.INTERPOLATED), 1e-3);
  }

  @Test
  void cosineTransformOfTypeThree() {
    assertLinear("dct-3", Dct.typeThree(20, 20).apply(mel()));
  }

  @Test
  void shapesWithOtherOptions() {
    Matrix magnitude = Stft.of(1024, 512).magnitude(X);
    SpectralContrast contrast = new SpectralContrast(100, 4, 0.1);
    assertWithin("contrast", contrast.compute(magnitude, RATE), 1e-3);
    float[] rolloff = SpectralShape.rolloff(magnitude, RATE, 0.5);
    assertLinear("rolloff", new Matrix(1, rolloff.length, rolloff));
  }

  @Test
  void tempoOfALongerSound() {
    float[] x = new float[8 * X.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = X[i % X.length];
    }
    assertThat(Tempo.estimate(x, RATE)).isCloseTo(GOLDEN.get("tempo")[0], within(1e-4));
  }

  @Test
  void filtersOfOtherRates() {
    Matrix chroma = ChromaFilterBank.of(48000, 4096, 0.23).filters().weights();
    assertLinear("chroma-48k", everyNth(chroma, 16));
    Matrix mel = MelFilterBank.slaney(48000, 1024, 40, 20, 14000).filters().weights();
    assertLinear("mel-48k", everyNth(mel, 4));
  }

  @Test
  void stretchesBetweenSilences() {
    float[] x = new float[4000 + 3000 + 9000 + X.length];
    System.arraycopy(X, 0, x, 4000, 3000);
    for (int i = 0; i < 9000; i++) {
      x[7000 + i] = 0.001f * X[i];
    }
    System.arraycopy(X, 0, x, 16000, X.length);
    float[] edges = new float[GOLDEN.get("split").length];
    int at = 0;
    for (Silence.Interval interval : Silence.split(x, 40, 1000, 300)) {
      edges[at++] = interval.start();
      edges[at++] = interval.end();
    }
    assertThat(edges).containsExactly(GOLDEN.get("split"));
  }

  private static Matrix mel() {
    // In double precision, since the levels and quotients made of it here reach below -80 dB.
    FilterBank bank = MelFilterBank.slaney(RATE, 512, 20).filters();
    return bank.apply(Stft.of(512, 256).magnitude(X));
  }

  private static Matrix everyNth(Matrix matrix, int step) {
    Matrix out = Matrix.zeros(matrix.rows(), (matrix.columns() + step - 1) / step);
    for (int row = 0; row < out.rows(); row++) {
      for (int column = 0; column < out.columns(); column++) {
        out.values()[row * out.columns() + column] = matrix.get(row, column * step);
      }
    }
    return out;
  }

  private static void assertLinear(String name, Matrix found) {
    float largest = 0;
    for (float value : GOLDEN.get(name)) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertWithin(name, found, 1e-4 * largest);
  }

  private static void assertWithin(String name, Matrix found, double tolerance) {
    assertThat(found.values()).as(name).hasSameSizeAs(GOLDEN.get(name));
    assertThat(Librosa.largestDifference(found.values(), GOLDEN.get(name)))
        .as(name)
        .isLessThanOrEqualTo(tolerance);
  }

  private static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }
}

package dev.auricle.runtime;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One vector a clip: {@link Summary} of every frame feature, and the tempo: {@code [columns]}.
 * Never NaN, whatever the clip; {@link #columns()} names the columns.
 *
 * @param name of the preset it was made from
 * @param mel log-mel bands, for MFCC and onsets; their spectrum serves every other feature too
 * @param coefficients of the MFCC; their rate of change and its own rate of change follow
 * @param deltaWidth frames over which rates of change are fitted, odd; in a clip with fewer frames
 *     the first and last frame are repeated
 * @param tuning semitones that the sound's pitch lies above A4 = 440 Hz; null estimates it
 * @param contrastMinHz upper edge of the lowest band of the spectral contrast
 * @param contrastOctaves bands above that one
 * @param contrastQuantile share of a band's bins that make its peak and its valley
 * @param rolloffShare share of the magnitude that lies below the roll-off
 * @param tonnetz whether tonal centroids are among the features
 * @param tempo whether the tempo follows them
 * @param dynamics whether {@link Modulation} and {@link Dynamics} follow that; bundles of version 1
 *     have neither
 * @param chroma whether pitch classes are among the features
 * @param texture whether {@link Texture} comes last
 */
record DescriptorsFrontEnd(
    String name,
    MelOptions mel,
    int coefficients,
    int deltaWidth,
    @Nullable Double tuning,
    double contrastMinHz,
    int contrastOctaves,
    double contrastQuantile,
    double rolloffShare,
    boolean tonnetz,
    boolean tempo,
    boolean dynamics,
    boolean chroma,
    boolean texture)
    implements DescribedFrontEnd {
  private static final Map<DescriptorsFrontEnd, FrameFeatures> BUILT = new ConcurrentHashMap<>();

  /** librosa's defaults throughout. */
  static DescriptorsFrontEnd of(String name, SpectrumOptions spectrum) {
    MelOptions mel = MelOptions.of(spectrum, 128);
    return new DescriptorsFrontEnd(
        name, mel, 20, 9, null, 200, 6, 0.02, 0.85, true, true, true, true, false);
  }

  @Override
  public DescriptorsFrontEnd with(Options options) {
    MelOptions changed = mel.with(options);
    int width = options.integer("deltaWidth", deltaWidth, 3, 99);
    require(changed.spectrum().fft() % 2 == 0, "fft is " + changed.spectrum().fft(), "even");
    require(width % 2 == 1, "deltaWidth is " + width, "odd");
    int rate = changed.spectrum().sampleRate();
    int version = options.integer("version", FrontEnds.VERSION, 1, FrontEnds.VERSION);
    double minHz = options.number("contrastMinHz", contrastMinHz, 20, 2000);
    int octaves = Math.min(contrastOctaves, octavesBelow(rate, minHz));
    return new DescriptorsFrontEnd(
        name,
        changed,
        options.integer(
            "coefficients", Math.min(coefficients, changed.bands()), 1, changed.bands()),
        width,
        options.optionalNumber("tuning", tuning, -0.5, 0.5),
        minHz,
        options.integer("contrastOctaves", octaves, 1, octavesBelow(rate, minHz)),
        options.number("contrastQuantile", contrastQuantile, 0.001, 0.5),
        options.number("rolloffShare", rolloffShare, 0.01, 0.99),
        options.flag("tonnetz", tonnetz),
        options.flag("tempo", tempo),
        options.flag("dynamics", dynamics && version > 1),
        options.flag("chroma", chroma),
        options.flag("texture", texture));
  }

  private void require(boolean holds, String found, String expected) {
    if (!holds) {
      throw new AuricleException(
          "front-end " + name + ": option " + found + ", expected an " + expected + " number");
    }
  }

  /** The most octaves from {@code minHz} on whose last begins below half the rate. */
  private static int octavesBelow(int sampleRate, double minHz) {
    int octaves = 1;
    while (minHz * Math.pow(2, octaves) < 0.5 * sampleRate) {
      octaves++;
    }
    return octaves;
  }

  @Override
  public Map<String, Object> options() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    mel.describe(json);
    json.put("coefficients", coefficients);
    json.put("deltaWidth", deltaWidth);
    json.put("tuning", tuning);
    json.put("contrastMinHz", contrastMinHz);
    json.put("contrastOctaves", contrastOctaves);
    json.put("contrastQuantile", contrastQuantile);
    json.put("rolloffShare", rolloffShare);
    json.put("tonnetz", tonnetz);
    json.put("tempo", tempo);
    json.put("dynamics", dynamics);
    json.put("chroma", chroma);
    json.put("texture", texture);
    return json;
  }

  @Override
  public int sampleRate() {
    return mel.spectrum().sampleRate();
  }

  @Override
  public int[] shape(int samples) {
    int count = FrameFeatures.names(this).size() * Summary.NAMES.size() + (tempo ? 1 : 0);
    if (dynamics) {
      count += Modulation.names(mel.bands()).size();
      count += Dynamics.names(mel.bands(), coefficients).size();
    }
    return new int[] {count + (texture ? Texture.names(mel.bands(), coefficients).size() : 0)};
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (String feature : FrameFeatures.names(this)) {
      for (String number : Summary.NAMES) {
        columns.add(feature + "_" + number);
      }
    }
    if (tempo) {
      columns.add("tempo");
    }
    if (dynamics) {
      columns.addAll(Modulation.names(mel.bands()));
      columns.addAll(Dynamics.names(mel.bands(), coefficients));
    }
    if (texture) {
      columns.addAll(Texture.names(mel.bands(), coefficients));
    }
    return columns;
  }

  @Override
  public Features compute(float[] samples) {
    FrameFeatures frameFeatures = BUILT.computeIfAbsent(this, FrameFeatures::new);
    float[] vector = frameFeatures.summarise(samples);
    return new Features(vector, vector.length);
  }
}

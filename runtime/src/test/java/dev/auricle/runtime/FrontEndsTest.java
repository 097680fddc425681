package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;

import dev.auricle.signal.Chroma;
import dev.auricle.signal.Decibels;
import dev.auricle.signal.Delta;
import dev.auricle.signal.Matrix;
import dev.auricle.signal.MelFilterBank;
import dev.auricle.signal.MelSpectrogram;
import dev.auricle.signal.Mfcc;
import dev.auricle.signal.Rms;
import dev.auricle.signal.SpectralContrast;
import dev.auricle.signal.SpectralShape;
import dev.auricle.signal.Stft;
import dev.auricle.signal.Tempo;
import dev.auricle.signal.Tonnetz;
import dev.auricle.signal.ZeroCrossingRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Property: each preset composes the functions of module signal, for any clip, and describes
 * itself.
 */
class FrontEndsTest {
  static List<String> presets() {
    return FrontEnds.names();
  }

  /** Presets, and presets changed as a recipe for short speech at 8 kHz would. */
  static List<FrontEnd> frontEnds() {
    List<FrontEnd> all = new ArrayList<>();
    FrontEnds.names().forEach(name -> all.add(FrontEnds.preset(name)));
    for (String name : List.of("logmel-64", "logmel-128", "mfcc-20", "mfcc-40", "descriptors")) {
      all.add(FrontEnds.of(Map.of("preset", name, "sampleRate", 8000, "fft", 512, "hop", 80)));
      all.add(FrontEnds.of(Map.of("preset", name, "sampleRate", 16000)));
      all.add(FrontEnds.of(Map.of("preset", name, "centred", false)));
      all.add(FrontEnds.of(Map.of("preset", name, "padding", "reflect")));
    }
    all.add(
        FrontEnds.of(
            Map.of("preset", "descriptors", "chroma", false, "tonnetz", false, "texture", true)));
    for (String word : List.of("peak", "clip", "row")) {
      all.add(FrontEnds.of(Map.of("preset", "logmel-64", "normalise", word)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void anyClipGivesFiniteNumbersInTheShapePromised(FrontEnd frontEnd) {
    for (int length : new int[] {1, 2, 100, 513, 4000, frontEnd.sampleRate(), 50_001}) {
      for (float[] clip : List.of(new float[length], noise(length), steady(length))) {
        Features features = frontEnd.compute(clip);
        assertThat(features.shape()).as("%d samples", length).isEqualTo(frontEnd.shape(length));
        for (float value : features.values()) {
          assertThat(value).isFinite();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void theJsonFormReadsBackToAnEqualFrontEnd(FrontEnd frontEnd) {
    Map<String, Object> json = FrontEnds.describe(frontEnd);
    assertThat(json).containsEntry("preset", frontEnd.name()).containsEntry("version", 2);
    assertThat(FrontEnds.of(json)).isEqualTo(frontEnd);
    Map<String, Object> stored = Json.readObject(Json.write(json));
    assertThat(FrontEnds.of(stored)).isEqualTo(frontEnd);
    assertThat(Json.write(FrontEnds.describe(FrontEnds.of(stored)))).isEqualTo(Json.write(json));
  }

  @Test
  void theNamesAreThoseOfTheDesign() {
    assertThat(FrontEnds.names())
        .containsExactly(
            "logmel-64",
            "logmel-128",
            "mfcc-20",
            "mfcc-40",
            "descriptors",
            "waveform",
            "yamnet-mel",
            "mn-mel");
  }

  @Test
  void logMelIsTheMelSpectrogramInDecibels() {
    float[] clip = noise(30_000);
    MelSpectrogram mel =
        MelSpectrogram.ofPower(
            Stft.of(2048, 512), MelFilterBank.slaney(22050, 2048, 128).filters());
    assertThat(FrontEnds.preset("logmel-128").compute(clip).values())
        .containsExactly(mel.decibels(clip, Decibels.OF_POWER).values(), within(1e-4f));
  }

  @Test
  void deltasStandBelowTheCoefficients() {
    FrontEnd plain = FrontEnds.preset("mfcc-20");
    FrontEnd slopes = FrontEnds.of(Map.of("preset", "mfcc-20", "deltas", 2));
    for (int samples : new int[] {22_050, 700}) { // the second has fewer frames than a delta's nine
      float[] clip = noise(samples);
      Features alone = plain.compute(clip);
      Features found = slopes.compute(clip);
      int frames = alone.shape()[1];
      assertThat(found.shape()).containsExactly(60, frames).isEqualTo(slopes.shape(samples));
      assertThat(Arrays.copyOf(found.values(), 20 * frames)).isEqualTo(alone.values());
      Matrix first =
          Delta.compute(
              new Matrix(20, frames, alone.values()),
              9,
              1,
              frames < 9 ? Delta.Edges.NEAREST : Delta.Edges.INTERPOLATED);
      assertThat(Arrays.copyOfRange(found.values(), 20 * frames, 40 * frames))
          .isEqualTo(first.values());
    }
  }

  @Test
  void mfccAreLibrosasDefaultsAtTwoLengths() {
    float[] clip = noise(30_000);
    MelSpectrogram mel =
        MelSpectrogram.ofPower(
            Stft.of(2048, 512), MelFilterBank.slaney(22050, 2048, 128).filters());
    for (int count : new int[] {20, 40}) {
      assertThat(FrontEnds.preset("mfcc-" + count).compute(clip).values())
          .containsExactly(Mfcc.of(mel, count).compute(clip).values(), within(1e-3f));
    }
  }

  @Test
  void waveformIsTheSamples() {
    float[] clip = noise(100);
    assertThat(FrontEnds.preset("waveform").compute(clip).values()).isEqualTo(clip);
  }

  @Test
  void aLowerRateTakesTheUpperCornerAndTheOctavesWithIt() {
    Map<String, Object> low =
        FrontEnds.describe(FrontEnds.of(Map.of("preset", "descriptors", "sampleRate", 8000)));
    assertThat(low).containsEntry("maxHz", 4000.0).containsEntry("contrastOctaves", 5);
    assertThat(FrontEnds.describe(FrontEnds.preset("descriptors")))
        .containsEntry("maxHz", 11025.0)
        .containsEntry("contrastOctaves", 6);
    FrontEnd short8k =
        FrontEnds.of(Map.of("preset", "logmel-64", "sampleRate", 8000, "fft", 512, "hop", 80));
    assertThat(FrontEnds.describe(short8k)).containsEntry("windowLength", 512);
    assertThat(short8k.shape(4000)).containsExactly(64, 51);
  }

  @Test
  void aClipsLoudestPointIsZeroByPeakAndItsDeviationOneByClip() {
    FrontEnd peak = FrontEnds.of(Map.of("preset", "logmel-64", "normalise", "peak"));
    float highest = Float.NEGATIVE_INFINITY;
    for (float value : peak.compute(noise(9000)).values()) {
      highest = Math.max(highest, value);
    }
    assertThat(highest).isZero();
    FrontEnd clip = FrontEnds.of(Map.of("preset", "logmel-64", "normalise", "clip"));
    double sum = 0;
    double squares = 0;
    Features features = clip.compute(noise(9000));
    for (float value : features.values()) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / features.values().length).isCloseTo(0, within(1e-4));
    assertThat(squares / features.values().length).isCloseTo(1, within(1e-3));
    assertThat(clip.compute(new float[9000]).values()).containsOnly(0f);
  }

  @Test
  void descriptorsNameEveryColumnOnce() {
    FrontEnd descriptors = FrontEnds.preset("descriptors");
    List<String> columns = descriptors.columns();
    // 20 MFCC three times, 12 pitch classes, 3 shapes, 7 contrasts, 3 others, 6 centroids; 5 each.
    // The tempo. 16
    // bands by 5 modulation ranges, 14 * 13 / 2 correlations, 20 loud MFCC twice, levels, envelope.
    assertThat(columns).hasSize(5 * (60 + 12 + 3 + 7 + 3 + 6) + 1 + 80 + 91 + 40 + 32 + 11);
    assertThat(new LinkedHashSet<>(columns)).hasSameSizeAs(columns);
    assertThat(columns)
        .startsWith("mfcc_1_mean", "mfcc_1_deviation", "mfcc_1_min", "mfcc_1_max", "mfcc_1_median")
        .contains("tonnetz_6_median", "tempo")
        .endsWith("level_change", "seconds");
    assertThat(descriptors.shape(1)).containsExactly(columns.size());
    FrontEnd fewer =
        FrontEnds.of(
            Map.of("preset", "descriptors", "tonnetz", false, "tempo", false, "dynamics", false));
    assertThat(fewer.columns()).hasSize(5 * 85).doesNotContain("tempo");
    FrontEnd timbre =
        FrontEnds.of(
            Map.of("preset", "descriptors", "chroma", false, "tonnetz", false, "texture", true));
    // Without 12 pitch classes and 6 centroids; 16 grains twice, cepstrum 21 to 60, correlations.
    assertThat(timbre.columns())
        .hasSize(columns.size() - 5 * 18 + 32 + 40 + 120)
        .doesNotContain("chroma_c_mean")
        .endsWith("band_correlation_15_16");
    assertThat(timbre.shape(1)).containsExactly(timbre.columns().size());
    assertThat(FrontEnds.preset("logmel-64").columns()).isEmpty();
  }

  @Test
  void descriptorsSumUpTheSignalsOwnFunctions() {
    FrontEnd descriptors = FrontEnds.preset("descriptors");
    float[] clip = noise(40_000);
    float[] found = descriptors.compute(clip).values();
    Stft stft = Stft.of(2048, 512);
    Matrix magnitude = stft.magnitude(clip);
    MelSpectrogram mel =
        MelSpectrogram.ofPower(stft, MelFilterBank.slaney(22050, 2048, 128).filters());
    Matrix logMel = mel.decibels(clip, Decibels.OF_POWER);
    Matrix cepstrum = Mfcc.of(mel, 20).compute(clip);
    Matrix chroma = Chroma.of(stft, 22050).compute(clip);
    List<Matrix> tables = new ArrayList<>();
    tables.addAll(List.of(cepstrum, Delta.compute(cepstrum, 1), Delta.compute(cepstrum, 2)));
    tables.add(chroma);
    tables.add(row(SpectralShape.centroid(magnitude, 22050)));
    tables.add(row(SpectralShape.bandwidth(magnitude, 22050)));
    tables.add(row(SpectralShape.rolloff(magnitude, 22050, 0.85)));
    tables.add(SpectralContrast.DEFAULT.compute(magnitude, 22050));
    tables.add(row(SpectralShape.flatness(magnitude)));
    tables.add(row(ZeroCrossingRate.compute(clip, 2048, 512)));
    tables.add(row(Rms.compute(clip, 2048, 512)));
    tables.add(Tonnetz.compute(chroma));
    float[] expected = new float[found.length];
    int at = 0;
    for (Matrix table : tables) {
      for (int row = 0; row < table.rows(); row++) {
        Summary.write(
            table.values(), row * table.columns(), (row + 1) * table.columns(), expected, at);
        at += 5;
      }
    }
    expected[at++] = (float) Tempo.estimate(clip, 22050);
    at = new Modulation(128, 22050 / 512.0).write(logMel, expected, at);
    at = Dynamics.write(logMel, cepstrum, 22050 / 512.0, expected, at);
    assertThat(at).isEqualTo(found.length);
    List<String> columns = descriptors.columns();
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .as(columns.get(i))
          .isCloseTo(expected[i], within(1e-3f + 1e-4f * Math.abs(expected[i])));
    }
  }

  @Test
  void descriptorsOfFramesNotCentredCountWhatLiesInTheFrame() {
    FrontEnd descriptors = FrontEnds.of(Map.of("preset", "descriptors", "centred", false));
    float[] clip = noise(5000);
    float[] found = descriptors.compute(clip).values();
    float[] crossings = new float[6];
    float[] levels = new float[6];
    for (int t = 0; t < 6; t++) {
      double squares = clip[t * 512] * clip[t * 512];
      for (int i = t * 512 + 1; i < t * 512 + 2048; i++) {
        squares += clip[i] * clip[i];
        crossings[t] += (clip[i] < 0) != (clip[i - 1] < 0) ? 1f / 2048 : 0;
      }
      levels[t] = (float) Math.sqrt(squares / 2048);
    }
    float[] expected = new float[10];
    Summary.write(crossings, 0, 6, expected, 0);
    Summary.write(levels, 0, 6, expected, 5);
    int at = descriptors.columns().indexOf("zcr_mean");
    assertThat(Arrays.copyOfRange(found, at, at + 10)).containsExactly(expected, offset(1e-6f));
  }

  private static Matrix row(float[] values) {
    return new Matrix(1, values.length, values);
  }

  @Test
  void theSummaryIsWorkedByHand() {
    // Of 4, 1, 3, 1: mean 9/4; squares of 7/4, -5/4, 3/4, -5/4 sum to 108/16, so deviation
    // sqrt(27/16) = 1.29904; sorted 1, 1, 3, 4, so median 2.
    float[] out = new float[6];
    Summary.write(new float[] {9, 4, 1, 3, 1, 9}, 1, 5, out, 1);
    assertThat(out).containsExactly(new float[] {0, 2.25f, 1.299038f, 1, 4, 2}, within(1e-6f));
  }

  private static float[] noise(int length) {
    Random random = new Random(length);
    float[] clip = new float[length];
    for (int i = 0; i < length; i++) {
      clip[i] = 0.1f * (float) random.nextGaussian();
    }
    return clip;
  }

  private static float[] steady(int length) {
    float[] clip = new float[length];
    java.util.Arrays.fill(clip, 0.5f);
    return clip;
  }
}

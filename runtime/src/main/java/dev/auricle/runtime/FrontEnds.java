package dev.auricle.runtime;

import dev.auricle.signal.AuricleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The named front-ends, and their form in JSON.
 *
 * <p>The form holds the preset's name, its version and every option, so that a preset whose
 * defaults change one day (and whose version then rises) leaves old bundles as they were.
 */
public final class FrontEnds {
  /** Version of all presets; 2: descriptors have dynamics. */
  static final int VERSION = 2;

  private static final List<String> NAMES =
      List.of(
          "logmel-64",
          "logmel-128",
          "mfcc-20",
          "mfcc-40",
          "descriptors",
          "waveform",
          "yamnet-mel",
          "mn-mel");

  private FrontEnds() {}

  /** Names that {@link #preset} knows, in the order to show them. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The preset of that name.
   *
   * @throws AuricleException if there is none, naming those there are
   */
  public static FrontEnd preset(String name) {
    return find(name);
  }

  private static DescribedFrontEnd find(String name) {
    return switch (name) {
      case "logmel-64" -> LogMelFrontEnd.of(name, SpectrumOptions.of(22050, 1024, 256), 64);
      case "logmel-128" -> LogMelFrontEnd.of(name, SpectrumOptions.of(22050, 2048, 512), 128);
      case "mfcc-20" -> MfccFrontEnd.of(name, SpectrumOptions.of(22050, 2048, 512), 128, 20);
      case "mfcc-40" -> MfccFrontEnd.of(name, SpectrumOptions.of(22050, 2048, 512), 128, 40);
      case "descriptors" -> DescriptorsFrontEnd.of(name, SpectrumOptions.of(22050, 2048, 512));
      case "waveform" -> new WaveformFrontEnd(name, 16000);
      case "yamnet-mel" -> new YamnetMelFrontEnd(name);
      case "mn-mel" -> new MnMelFrontEnd(name);
      default ->
          throw new AuricleException(
              "there is no front-end "
                  + name
                  + "; did you mean "
                  + Nearest.of(name, NAMES)
                  + "? There are "
                  + String.join(", ", NAMES));
    };
  }

  /**
   * A preset with some options replaced, as recipes allow: {@code {"preset": "logmel-64", "hop":
   * 256}}.
   *
   * @throws AuricleException if the preset or an option is unknown (naming the nearest), a value is
   *     out of range, or the version is newer than this Auricle
   */
  public static FrontEnd of(Map<String, ?> options) {
    if (!(options.get("preset") instanceof String name)) {
      throw new AuricleException(
          "a front-end needs a preset, such as preset: logmel-64; found " + options.keySet());
    }
    DescribedFrontEnd preset = find(name);
    Options given = new Options("front-end " + name, options);
    given.given("preset");
    int version = given.integer("version", VERSION, 1, Integer.MAX_VALUE);
    if (version > VERSION) {
      throw new AuricleException(
          "front-end "
              + name
              + " is version "
              + version
              + ", this Auricle knows up to "
              + VERSION
              + "; update it");
    }
    FrontEnd changed = preset.with(given);
    given.done();
    return changed;
  }

  /** Every option spelled out; of a preset, {@link #of} reads it back to an equal front-end. */
  public static Map<String, Object> describe(FrontEnd frontEnd) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("preset", frontEnd.name());
    json.put("version", VERSION);
    json.putAll(frontEnd.options());
    return json;
  }
}

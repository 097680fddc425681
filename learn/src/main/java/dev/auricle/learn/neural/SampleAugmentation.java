package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;

/**
 * How training clips are varied before the front-end: the section {@code samples} of a recipe's
 * {@code augmentation}. Each amount is the most that is drawn, evenly, to both sides; 0 leaves a
 * variation out. With any of these, features are computed anew each time a clip is shown.
 *
 * @param shift moves the clip in time by this share of its length, with silence behind it
 * @param roll moves the clip in time by this share of its length; what leaves comes in again
 * @param speed plays the clip slower and lower or faster and higher by this share
 * @param gainDb louder or softer
 * @param polarity whether half of the clips are turned upside down
 * @param filterDb lifts or cuts the highs against the lows, around a random corner
 * @param reverb probability that the clip is put into a small room
 * @param reverbSeconds longest time in which the room's sound falls by 60 dB
 * @param noise probability that noise is added, anything between white and brown
 * @param noiseLeast least distance of the clip's power above the noise's, in dB
 * @param noiseMost most distance of the clip's power above the noise's, in dB
 * @param background probability that another training clip sounds in the background
 * @param backgroundLeast least distance of the clip's power above the background's, in dB
 * @param backgroundMost most distance of the clip's power above the background's, in dB
 * @param gaps number of stretches that are silenced
 * @param gapWidth longest of them, as a share
 */
record SampleAugmentation(
    double shift,
    double roll,
    double speed,
    double gainDb,
    boolean polarity,
    double filterDb,
    double reverb,
    double reverbSeconds,
    double noise,
    double noiseLeast,
    double noiseMost,
    double background,
    double backgroundLeast,
    double backgroundMost,
    int gaps,
    double gapWidth) {

  /** Reads the section and refuses keys it does not know. */
  static SampleAugmentation from(Settings settings) {
    double noiseLeast = settings.number("noise-least", 10, -20, 100);
    double backgroundLeast = settings.number("background-least", 10, -20, 100);
    SampleAugmentation read =
        new SampleAugmentation(
            settings.number("shift", 0, 0, 1),
            settings.number("roll", 0, 0, 1),
            settings.number("speed", 0, 0, 0.9),
            settings.number("gain-db", 0, 0, 60),
            settings.flag("polarity", false),
            settings.number("filter-db", 0, 0, 40),
            settings.number("reverb", 0, 0, 1),
            settings.number("reverb-seconds", 0.3, 0.02, 5),
            settings.number("noise", 0, 0, 1),
            noiseLeast,
            settings.number("noise-most", Math.max(40, noiseLeast), noiseLeast, 120),
            settings.number("background", 0, 0, 1),
            backgroundLeast,
            settings.number("background-most", Math.max(30, backgroundLeast), backgroundLeast, 120),
            settings.integer("gaps", 0, 0, 20),
            settings.number("gap-width", 0.1, 0, 1));
    settings.done();
    return read;
  }

  /** True where clips stay as they are. */
  boolean nothing() {
    return shift == 0
        && roll == 0
        && speed == 0
        && gainDb == 0
        && !polarity
        && filterDb == 0
        && reverb == 0
        && noise == 0
        && background == 0
        && gaps == 0;
  }
}

package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;

/**
 * How training clips are varied: the {@code augmentation} section of a recipe. Each amount is the
 * most that is drawn, evenly, to both sides; 0 leaves a variation out.
 *
 * @param shift moves the clip in time by this share of its length; the edge is repeated
 * @param roll moves the clip in time by this share of its length; what leaves comes in again
 * @param stretch plays the clip slower or faster by this share, around its middle
 * @param warp scales frequencies by this share (on the mel axis), as vocal tracts differ
 * @param gainDb louder or softer
 * @param tiltDb more or less of high against low bands, end to end
 * @param filterDb a random equaliser: a broken line over the bands with this much at each corner
 * @param noise probability that noise is added, with a random tilt
 * @param noiseLeast least distance of the clip's loudest value above the noise, in dB
 * @param noiseMost most distance of the clip's loudest value above the noise, in dB
 * @param bandMasks number of stretches of bands set to their mean
 * @param bandWidth most bands in one, as a share
 * @param frameMasks number of stretches of frames set to their mean
 * @param frameWidth most frames in one, as a share
 * @param bandShift moves the bands up or down by this share of them
 * @param timeWarp moves the middle of the clip in time by this share, stretching one half and
 *     pressing the other (Park et al. 2019)
 * @param jitter deviation of a noise added to standardised features of any kind
 * @param mixing with other clips
 * @param samples what happens before the front-end
 */
record Augmentation(
    double shift,
    double roll,
    double stretch,
    double warp,
    double gainDb,
    double tiltDb,
    double filterDb,
    double noise,
    double noiseLeast,
    double noiseMost,
    int bandMasks,
    double bandWidth,
    int frameMasks,
    double frameWidth,
    double bandShift,
    double timeWarp,
    double jitter,
    Mixing mixing,
    SampleAugmentation samples) {

  /** Reads the section and refuses keys it does not know. */
  static Augmentation from(Settings settings) {
    double noiseLeast = settings.number("noise-least", 10, -20, 100);
    Augmentation read =
        new Augmentation(
            settings.number("shift", 0, 0, 1),
            settings.number("roll", 0, 0, 1),
            settings.number("stretch", 0, 0, 0.9),
            settings.number("warp", 0, 0, 0.5),
            settings.number("gain-db", 0, 0, 60),
            settings.number("tilt-db", 0, 0, 60),
            settings.number("filter-db", 0, 0, 60),
            settings.number("noise", 0, 0, 1),
            noiseLeast,
            settings.number("noise-most", Math.max(50, noiseLeast), noiseLeast, 120),
            settings.integer("band-masks", 0, 0, 20),
            settings.number("band-width", 0.15, 0, 1),
            settings.integer("frame-masks", 0, 0, 20),
            settings.number("frame-width", 0.15, 0, 1),
            settings.number("band-shift", 0, 0, 0.5),
            settings.number("time-warp", 0, 0, 0.4),
            settings.number("jitter", 0, 0, 10),
            Mixing.from(settings),
            SampleAugmentation.from(settings.sectionOrEmpty("samples")));
    settings.done();
    return read;
  }
}

package dev.auricle.learn.picture;

/**
 * How a picture is drawn. Lengths are in points; the file has {@link #PIXELS} pixels to each, so
 * that it is sharp on today's screens.
 *
 * @param width of the whole picture
 * @param panelHeight of each spectrogram
 * @param columns how many panels stand side by side
 * @param colours of the levels
 * @param scale of the frequency axis
 * @param lowHz where that axis starts
 * @param highHz where it ends, at most half the sample rate
 * @param rangeDb levels so far below a panel's loudest and lower share the darkest colour
 * @param seconds that every panel spans, a shorter sound ending before its edge; 0: each its own
 *     length
 * @param waveform whether the waveform stands above each spectrogram
 */
public record PictureOptions(
    int width,
    int panelHeight,
    int columns,
    ColourMap colours,
    FrequencyScale scale,
    double lowHz,
    double highHz,
    double rangeDb,
    double seconds,
    boolean waveform) {
  /** Pixels to a point. */
  public static final int PIXELS = 2;

  private static final int NARROWEST = 240;

  public PictureOptions {
    if (columns < 1 || width < columns * NARROWEST || panelHeight < 40) {
      throw new IllegalArgumentException(
          "a picture needs at least %d points a column and 40 of height, found %d for %d and %d"
              .formatted(NARROWEST, width, columns, panelHeight));
    }
    if (!(rangeDb > 0)) {
      throw new IllegalArgumentException("rangeDb must be positive, found " + rangeDb);
    }
  }

  /** 960 points wide, mel axis, magma over 80 dB, no waveform. */
  public static PictureOptions usual() {
    return new PictureOptions(
        960,
        240,
        1,
        ColourMap.MAGMA,
        FrequencyScale.MEL,
        0,
        Double.POSITIVE_INFINITY,
        80,
        0,
        false);
  }

  public PictureOptions withSize(int newWidth, int newPanelHeight, int newColumns) {
    return new PictureOptions(
        newWidth,
        newPanelHeight,
        newColumns,
        colours,
        scale,
        lowHz,
        highHz,
        rangeDb,
        seconds,
        waveform);
  }

  public PictureOptions withColours(ColourMap map, double newRangeDb) {
    return new PictureOptions(
        width, panelHeight, columns, map, scale, lowHz, highHz, newRangeDb, seconds, waveform);
  }

  public PictureOptions withFrequencies(
      FrequencyScale newScale, double newLowHz, double newHighHz) {
    return new PictureOptions(
        width,
        panelHeight,
        columns,
        colours,
        newScale,
        newLowHz,
        newHighHz,
        rangeDb,
        seconds,
        waveform);
  }

  /** One time scale for panels that are to be compared. */
  public PictureOptions withSeconds(double spanned) {
    return new PictureOptions(
        width, panelHeight, columns, colours, scale, lowHz, highHz, rangeDb, spanned, waveform);
  }

  public PictureOptions withWaveform(boolean shown) {
    return new PictureOptions(
        width, panelHeight, columns, colours, scale, lowHz, highHz, rangeDb, seconds, shown);
  }
}

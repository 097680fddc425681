package dev.auricle.learn.report;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.learn.picture.ColourMap;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A search over settings as parallel coordinates: an axis for each setting and one for the score,
 * and a line through them for each trial, darker the better; the best is drawn last, bold and red.
 * An SVG picture, for a file or inside a page.
 */
public final class TuningPicture {
  private static final int STEP = 150;
  private static final int LEFT = 70;
  private static final int RIGHT = 80;
  private static final int TOP = 46;
  private static final int HEIGHT = 240;
  private static final int BOTTOM = 26;

  private TuningPicture() {}

  /**
   * One trial.
   *
   * @param settings by name, the same names in every trial
   * @param score the higher, the better
   */
  public record Trial(Map<String, ?> settings, double score) {}

  /**
   * Writes the picture as an SVG file, to a temporary file first, then moved.
   *
   * @param metric what the score is, such as {@code macro F1}
   * @throws AuricleException if it cannot be written
   */
  public static void write(List<Trial> trials, String metric, Path file) {
    try {
      WholeFile.writeOrThrow(file, temporary -> Files.writeString(temporary, svg(trials, metric)));
    } catch (IOException e) {
      throw new AuricleException(file + ": the picture could not be written (" + e + ")", e);
    }
  }

  /** The picture's text. */
  static String svg(List<Trial> trials, String metric) {
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("a picture of a search needs at least one trial");
    }
    List<String> names = new ArrayList<>(trials.get(0).settings().keySet());
    List<TuningAxis> axes = new ArrayList<>();
    for (String name : names) {
      List<Object> values = new ArrayList<>();
      trials.forEach(trial -> values.add(String.valueOf(trial.settings().get(name))));
      boolean numbers = trials.stream().allMatch(t -> t.settings().get(name) instanceof Number);
      axes.add(
          TuningAxis.of(
              numbers
                  ? trials.stream().map(t -> (Object) t.settings().get(name)).toList()
                  : values));
    }
    axes.add(TuningAxis.of(trials.stream().map(t -> (Object) t.score()).toList()));
    names.add(metric);
    int width = LEFT + STEP * (axes.size() - 1) + RIGHT;
    int height = TOP + HEIGHT + BOTTOM;
    Html html = new Html();
    html.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        String.valueOf(width),
        "height",
        String.valueOf(height),
        "font-family",
        "system-ui, Arial, sans-serif",
        "font-size",
        "11",
        "role",
        "img",
        "aria-label",
        "%d trials of %s against %s"
            .formatted(
                trials.size(), String.join(", ", names.subList(0, names.size() - 1)), metric));
    html.leaf("rect", "width", "100%", "height", "100%", "fill", "#fdfcfd");
    lines(html, trials, axes);
    for (int a = 0; a < axes.size(); a++) {
      axis(html, names.get(a), axes.get(a), LEFT + a * STEP);
    }
    return html.close().toString();
  }

  private static void lines(Html html, List<Trial> trials, List<TuningAxis> axes) {
    TuningAxis score = axes.get(axes.size() - 1);
    List<Integer> worstFirst =
        IntStream.range(0, trials.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> trials.get(i).score()))
            .toList();
    for (int i : worstFirst) {
      boolean best = i == worstFirst.get(worstFirst.size() - 1);
      StringBuilder points = new StringBuilder();
      for (int a = 0; a < axes.size(); a++) {
        points.append(
            String.format(Locale.ROOT, "%d,%.1f ", LEFT + a * STEP, y(axes.get(a).place(i))));
      }
      // Viridis without its palest end, which would not show on white.
      String colour =
          String.format(Locale.ROOT, "#%06x", ColourMap.VIRIDIS.rgb(0.85 * (1 - score.place(i))));
      html.open(
          "polyline",
          "points",
          points.toString().trim(),
          "fill",
          "none",
          "stroke",
          best ? "#cf4520" : colour,
          "stroke-width",
          best ? "3" : "1.25",
          "stroke-opacity",
          best ? "1" : "0.55",
          "stroke-linejoin",
          "round");
      html.element("title", trials.get(i).settings() + ": " + trials.get(i).score());
      html.close();
    }
  }

  private static void axis(Html html, String name, TuningAxis axis, int x) {
    html.leaf(
        "line",
        "x1",
        String.valueOf(x),
        "x2",
        String.valueOf(x),
        "y1",
        String.valueOf(TOP),
        "y2",
        String.valueOf(TOP + HEIGHT),
        "stroke",
        "#675f75");
    text(html, name, x, TOP - 18, "middle", "#1d1926", "600");
    List<String> labels = axis.labels();
    for (int k = 0; k < labels.size(); k++) {
      double place = labels.size() == 1 ? 0.5 : k / (labels.size() - 1.0);
      text(html, labels.get(k), x + 6, (int) Math.round(y(place)) + 4, "start", "#1d1926", "400");
    }
  }

  private static void text(
      Html html, String text, int x, int y, String anchor, String colour, String weight) {
    html.element(
        "text",
        text,
        "x",
        String.valueOf(x),
        "y",
        String.valueOf(y),
        "text-anchor",
        anchor,
        "fill",
        colour,
        "font-weight",
        weight,
        "stroke",
        "#fdfcfd",
        "stroke-width",
        "3",
        "paint-order",
        "stroke");
  }

  private static double y(double place) {
    return TOP + HEIGHT * (1 - place);
  }
}

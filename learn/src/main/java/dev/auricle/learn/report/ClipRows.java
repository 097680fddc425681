package dev.auricle.learn.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of clips in words; the script puts the player, the spectrogram and the scores in their
 * place.
 */
final class ClipRows {
  private ClipRows() {}

  /**
   * Writes the rows.
   *
   * @param list number of the list that holds the rows
   */
  static void write(Html html, ReportContent content, int list, List<ClipRow> rows) {
    List<String> labels = content.labels();
    html.open("ul", "class", "cards");
    for (ClipRow row : rows) {
      html.open(
          "li",
          "data-list",
          String.valueOf(list),
          "data-row",
          String.valueOf(content.lists().get(list).rows().indexOf(row)));
      html.element("b", row.id());
      html.text(
          ": labelled %s, answered %s (%s)"
              .formatted(
                  row.truth().stream().map(labels::get).collect(Collectors.joining(", ")),
                  labels.get(row.guess()),
                  Figures.percent(row.confidence())));
      html.close();
    }
    html.close();
  }
}

package dev.auricle.app;

import dev.auricle.network.checkpoint.Checkpoint;
import dev.auricle.network.checkpoint.StoredTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code auricle weights show} says of a file: its tensors and how far their numbers reach.
 */
final class TensorList {
  private final Checkpoint checkpoint;
  private final List<Row> rows;

  private TensorList(Checkpoint checkpoint, List<Row> rows) {
    this.checkpoint = checkpoint;
    this.rows = rows;
  }

  static TensorList of(Checkpoint checkpoint) {
    return new TensorList(checkpoint, checkpoint.tensors().values().stream().map(Row::of).toList());
  }

  Map<String, Object> forPrograms() {
    List<Map<String, @Nullable Object>> tensors = new ArrayList<>();
    for (Row row : rows) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("name", row.tensor().name());
      map.put("type", row.tensor().type().toString());
      map.put("shape", row.tensor().shape());
      map.put("quantized", row.tensor().quantization() != null);
      map.put("least", finite(row.least()));
      map.put("mean", finite(row.mean()));
      map.put("most", finite(row.most()));
      tensors.add(map);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", checkpoint.format());
    json.put("tensors", tensors);
    return json;
  }

  String text() {
    TextTable table = new TextTable("tensor", "type", "shape", "least", "mean", "most");
    long numbers = 0;
    for (Row row : rows) {
      StoredTensor tensor = row.tensor();
      numbers += tensor.size();
      table.add(
          tensor.name(),
          tensor.type() + (tensor.quantization() == null ? "" : " (quantized)"),
          tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(" x ")),
          number(row.least()),
          number(row.mean()),
          number(row.most()));
    }
    return String.format(
        Locale.ROOT,
        "%s: %s, %d tensors, %d numbers%n%s",
        checkpoint.file(),
        checkpoint.format(),
        rows.size(),
        numbers,
        table);
  }

  /** Null for what JSON cannot hold: numbers of an empty tensor, or of one that diverged. */
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  /** A tensor and its smallest, mean and largest number; not a number where it holds none. */
  private record Row(StoredTensor tensor, double least, double mean, double most) {
    static Row of(StoredTensor tensor) {
      float[] values = tensor.floats();
      double least = values.length == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
      double most = values.length == 0 ? Double.NaN : Double.NEGATIVE_INFINITY;
      double sum = 0;
      for (float value : values) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        sum += value;
      }
      return new Row(tensor, least, sum / values.length, most);
    }
  }
}

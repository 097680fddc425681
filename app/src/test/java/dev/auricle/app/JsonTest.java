package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Property: what is printed is JSON, also where a number does not exist. */
class JsonTest {
  private record Score(double value) {}

  @Test
  void aNumberThatDoesNotExistIsNull() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("f1", Double.NaN);
    map.put("errorRate", Double.POSITIVE_INFINITY);
    map.put("list", List.of(0.5, Double.NaN));
    map.put("array", new double[] {1, Double.NEGATIVE_INFINITY});
    map.put("record", new Score(Double.NaN));
    map.put("whole", 3);
    assertThat(Json.line(map))
        .isEqualTo(
            "{\"f1\":null,\"errorRate\":null,\"list\":[0.5,null],\"array\":[1.0,null],"
                + "\"record\":{\"value\":null},\"whole\":3}");
    assertThat(Json.pretty(map)).doesNotContain("NaN", "Infinity");
  }
}

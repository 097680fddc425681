package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Property: what is written reads back, and the same values give the same bytes. */
class JsonTest {
  @Test
  void valuesComeBack() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "ä \"quoted\" \n line");
    value.put("int", -7);
    value.put("long", 1L << 40);
    value.put("double", 0.1);
    value.put("flag", true);
    value.put("nothing", null);
    value.put("list", new ArrayList<>(Arrays.asList(1, "two", null, List.of(), Map.of())));
    assertThat(Json.readObject(Json.write(value))).isEqualTo(value);
  }

  @Test
  void aMapWithoutOrderIsSorted() {
    Map<String, Object> unordered = new HashMap<>();
    for (String key : List.of("pear", "apple", "zebra", "fig")) {
      unordered.put(key, 1);
    }
    String json = new String(Json.write(unordered), StandardCharsets.UTF_8);
    assertThat(json)
        .isEqualTo("{\n  \"apple\" : 1,\n  \"fig\" : 1,\n  \"pear\" : 1,\n  \"zebra\" : 1\n}");
  }

  @Test
  void whatJsonCannotHoldIsNull() {
    assertThat(Json.read(Json.write(Arrays.asList(Double.NaN, Float.POSITIVE_INFINITY))))
        .isEqualTo(Arrays.asList(null, null));
  }

  @Test
  void brokenTextIsRefused() {
    for (String broken : List.of("", "{", "[1,", "{} {}", "nope", "{\"a\":}")) {
      assertThatThrownBy(() -> Json.read(broken.getBytes(StandardCharsets.UTF_8)))
          .as(broken)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}

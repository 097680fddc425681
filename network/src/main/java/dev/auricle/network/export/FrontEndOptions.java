package dev.auricle.network.export;

import dev.auricle.runtime.FrontEnd;
import java.util.Locale;
import java.util.Map;

/** Every number of a front-end by its name, as {@link FrontEnd#options} spells them out. */
record FrontEndOptions(String name, Map<String, Object> values) {
  static FrontEndOptions of(FrontEnd frontEnd) {
    return new FrontEndOptions(frontEnd.name(), frontEnd.options());
  }

  double number(String key) {
    return value(key, Number.class).doubleValue();
  }

  int whole(String key) {
    return value(key, Number.class).intValue();
  }

  boolean flag(String key) {
    return value(key, Boolean.class);
  }

  String word(String key) {
    return value(key, String.class);
  }

  <E extends Enum<E>> E constant(String key, Class<E> type) {
    return Enum.valueOf(type, word(key).toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private <T> T value(String key, Class<T> type) {
    Object value = values.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "front-end "
              + name
              + " has "
              + key
              + " "
              + value
              + ", expected a "
              + type.getSimpleName());
    }
    return type.cast(value);
  }
}

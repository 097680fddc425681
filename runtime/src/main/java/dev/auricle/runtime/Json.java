package dev.auricle.runtime;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON to and from plain values: maps, lists, strings, numbers, booleans, null.
 *
 * <p>The same values give the same bytes: a map without an order of its own is written sorted by
 * key. Uses Jackson's streaming parser alone, because binding by reflection costs a short command
 * more than its work. A number that JSON cannot hold (NaN, infinite) is written as null.
 */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Indented by two spaces, lines ended by {@code \n} on every system, in UTF-8. */
  public static byte[] write(@Nullable Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), out)) {
      write(generator, value);
    }
    return out.toByteArray();
  }

  /** As {@link #write(Object)}, on one line without its end. */
  public static String line(@Nullable Object value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, value);
    }
    return out.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      writeMap(out, map);
    } else if (value instanceof Collection<?> items) {
      out.writeStartArray();
      items.forEach(item -> write(out, item));
      out.writeEndArray();
    } else if (value instanceof Number number) {
      writeNumber(out, number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof String text) {
      out.writeString(text);
    } else {
      throw new IllegalArgumentException("no JSON value: " + value.getClass().getName());
    }
  }

  private static void writeMap(JsonGenerator out, Map<?, ?> map) {
    boolean ordered = map instanceof LinkedHashMap || map instanceof SortedMap;
    out.writeStartObject();
    (ordered ? map : new TreeMap<Object, Object>(map))
        .forEach(
            (key, item) -> {
              out.writeName((String) key);
              write(out, item);
            });
    out.writeEndObject();
  }

  private static void writeNumber(JsonGenerator out, Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      out.writeNull();
    } else if (number instanceof Double) {
      out.writeNumber(number.doubleValue());
    } else if (number instanceof Float) {
      out.writeNumber(number.floatValue());
    } else {
      out.writeNumber(number.longValue());
    }
  }

  /**
   * Reads one value: {@link LinkedHashMap}, {@link ArrayList}, String, Integer or Long, Double,
   * Boolean or null.
   *
   * @throws IllegalArgumentException if the bytes are no JSON
   */
  public static @Nullable Object read(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("text after the JSON value");
      }
      return value;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Reads an object. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> readObject(byte[] json) {
    if (read(json) instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException("no JSON object");
  }

  /**
   * A value of an object.
   *
   * @throws IllegalArgumentException if it is missing or of another type
   */
  static <T> T get(Map<String, Object> json, String key, Class<T> type) {
    return cast(json.get(key), key, type);
  }

  private static <T> T cast(@Nullable Object value, String key, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "key " + key + " is " + value + ", expected a " + type.getSimpleName());
    }
    return type.cast(value);
  }

  /** An object inside an object; throws as {@link #get} does. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> json, String key) {
    return (Map<String, Object>) get(json, key, Map.class);
  }

  /** A list inside an object, its items all of one type; throws as {@link #get} does. */
  static <T> List<T> list(Map<String, Object> json, String key, Class<T> type) {
    List<T> items = new ArrayList<>();
    for (Object item : get(json, key, List.class)) {
      items.add(cast(item, key, type));
    }
    return items;
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IllegalArgumentException("no JSON: it ends early");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IllegalArgumentException("no JSON: unexpected " + token);
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      map.put(name, value(parser));
    }
    return map;
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  /** Asks Jackson for indentation that does not depend on the system. */
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}

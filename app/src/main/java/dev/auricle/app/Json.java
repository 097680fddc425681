package dev.auricle.app;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON as the commands print it. A number that does not exist (NaN, infinite) is null. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new Numbers())
                  .addSerializer(Double.TYPE, new Numbers())
                  .addSerializer(double[].class, new Arrays()))
          .build();

  private Json() {}

  /** One line. */
  static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Indented. */
  static String pretty(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  private static void write(double number, JsonGenerator out) {
    if (Double.isFinite(number)) {
      out.writeNumber(number);
    } else {
      out.writeNull();
    }
  }

  private static final class Numbers extends StdSerializer<Double> {
    Numbers() {
      super(Double.class);
    }

    @Override
    public void serialize(Double number, JsonGenerator out, SerializationContext context) {
      write(number, out);
    }
  }

  private static final class Arrays extends StdSerializer<double[]> {
    Arrays() {
      super(double[].class);
    }

    @Override
    public void serialize(double[] numbers, JsonGenerator out, SerializationContext context) {
      out.writeStartArray();
      for (double number : numbers) {
        write(number, out);
      }
      out.writeEndArray();
    }
  }
}

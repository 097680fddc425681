package dev.auricle.network.checkpoint;

import dev.auricle.runtime.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Safetensors: the header's length, a header in JSON, and the numbers
 * (github.com/huggingface/safetensors).
 */
final class SafetensorsReader {
  private static final int LENGTH_BYTES = 8;

  /** Room for two hundred thousand tensors; the format's own limit is four times that. */
  private static final long LONGEST_HEADER = 25_000_000;

  private static final String NOTES = "__metadata__";

  private SafetensorsReader() {}

  /** True where a header of JSON follows a sensible length. */
  static boolean looksRight(Binary bytes) {
    long header = bytes.i64(0);
    return header >= 2
        && header <= LONGEST_HEADER
        && bytes.length() > LENGTH_BYTES
        && bytes.u8(LENGTH_BYTES) == '{';
  }

  static Checkpoint read(Binary bytes) {
    long length = bytes.i64(0);
    ByteBuffer header = bytes.slice(LENGTH_BYTES, length);
    byte[] json = new byte[header.remaining()];
    header.get(json);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : Json.readObject(json).entrySet()) {
      if (!entry.getKey().equals(NOTES)) {
        tensors.put(entry.getKey(), tensor(bytes, LENGTH_BYTES + length, entry));
      }
    }
    return new Checkpoint(bytes.name(), "safetensors", tensors, List.of());
  }

  private static StoredTensor tensor(Binary bytes, long base, Map.Entry<String, Object> entry) {
    if (!(entry.getValue() instanceof Map<?, ?> map)
        || !(map.get("dtype") instanceof String type)) {
      throw bytes.damaged("its header does not describe tensor " + entry.getKey());
    }
    List<Integer> shape = new ArrayList<>();
    longs(bytes, map.get("shape")).forEach(axis -> shape.add(Math.toIntExact(axis)));
    List<Long> offsets = longs(bytes, map.get("data_offsets"));
    if (offsets.size() != 2) {
      throw bytes.damaged("its header does not say where tensor " + entry.getKey() + " lies");
    }
    long start = offsets.get(0);
    ByteBuffer data = bytes.slice(Math.addExact(base, start), offsets.get(1) - start);
    return StoredTensor.dense(entry.getKey(), type(bytes, type), shape, data, null);
  }

  private static List<Long> longs(Binary bytes, @Nullable Object value) {
    List<Long> longs = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (!(each instanceof Number number) || number.longValue() < 0) {
          throw bytes.damaged("its header holds a size that is no whole number");
        }
        longs.add(number.longValue());
      }
    }
    return longs;
  }

  private static ElementType type(Binary bytes, String name) {
    return switch (name) {
      case "F64" -> ElementType.FLOAT64;
      case "F32" -> ElementType.FLOAT32;
      case "F16" -> ElementType.FLOAT16;
      case "BF16" -> ElementType.BFLOAT16;
      case "I64" -> ElementType.INT64;
      case "I32" -> ElementType.INT32;
      case "I16" -> ElementType.INT16;
      case "I8" -> ElementType.INT8;
      case "U8" -> ElementType.UINT8;
      case "BOOL" -> ElementType.BOOL;
      default -> throw bytes.damaged("it holds numbers of type " + name + ", which is not read");
    };
  }
}

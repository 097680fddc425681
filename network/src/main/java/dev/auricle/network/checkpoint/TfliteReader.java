package dev.auricle.network.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TFLite: a flatbuffer with tensors, buffers and the graph's operators. Tensors without a buffer,
 * which the graph computes, are left out. (Field numbers from {@code
 * tensorflow/compiler/mlir/lite/schema/schema.fbs}.)
 */
final class TfliteReader {
  private final Binary bytes;

  TfliteReader(Binary bytes) {
    this.bytes = bytes;
  }

  Checkpoint read() {
    FlatTable model = FlatTable.root(bytes);
    List<FlatTable> graphs = model.tables(2);
    if (graphs.isEmpty()) {
      throw bytes.damaged("it holds no graph");
    }
    FlatTable graph = graphs.get(0);
    List<FlatTable> buffers = model.tables(4);
    List<FlatTable> stored = graph.tables(0);
    List<String> names = new ArrayList<>();
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (FlatTable tensor : stored) {
      String name = tensor.text(3);
      names.add(name);
      Binary data = data(tensor, buffers);
      if (data != null) {
        tensors.put(name, tensor(name, tensor, data));
      }
    }
    List<Operator> operators = new ArrayList<>();
    List<FlatTable> codes = model.tables(1);
    for (FlatTable operator : graph.tables(3)) {
      operators.add(operator(operator, codes, names));
    }
    return new Checkpoint(bytes.name(), "TFLite", tensors, operators, texts());
  }

  /** Lists of labels, which TFLite's tools append to the file as a ZIP. */
  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    StoredZip.tail(bytes)
        .forEach(
            (name, content) -> {
              if (name.endsWith(".txt")) {
                texts.put(name, StandardCharsets.UTF_8.decode(content.duplicate()).toString());
              }
            });
    return texts;
  }

  private @Nullable Binary data(FlatTable tensor, List<FlatTable> buffers) {
    int buffer = tensor.i32(2, 0);
    if (buffer < 0 || buffer >= buffers.size()) {
      throw bytes.damaged("a tensor of it refers to buffer " + buffer + " of " + buffers.size());
    }
    Binary data = buffers.get(buffer).blob(0);
    return data == null || data.length() == 0 ? null : data;
  }

  private StoredTensor tensor(String name, FlatTable tensor, Binary data) {
    List<Integer> shape = tensor.integers(0);
    if (shape.stream().anyMatch(axis -> axis < 0)) {
      throw bytes.damaged("tensor " + name + " has shape " + shape);
    }
    ElementType type = type(name, tensor.u8(1, 0));
    ByteBuffer all = data.slice(0, data.length());
    return StoredTensor.dense(name, type, shape, all, quantization(name, tensor.table(4)));
  }

  private @Nullable Quantization quantization(String name, @Nullable FlatTable table) {
    List<Float> scales = table == null ? List.of() : table.floats(2);
    if (table == null || scales.isEmpty()) {
      return null;
    }
    List<Long> zeros = table.longs(3);
    if (zeros.size() > 1 && zeros.size() != scales.size()) {
      throw bytes.damaged("tensor " + name + " has other numbers of scales and zero points");
    }
    return new Quantization(scales, zeros, table.i32(6, 0));
  }

  private ElementType type(String name, int code) {
    return switch (code) {
      case 0 -> ElementType.FLOAT32;
      case 1 -> ElementType.FLOAT16;
      case 2 -> ElementType.INT32;
      case 3 -> ElementType.UINT8;
      case 4 -> ElementType.INT64;
      case 6 -> ElementType.BOOL;
      case 7 -> ElementType.INT16;
      case 9 -> ElementType.INT8;
      case 10 -> ElementType.FLOAT64;
      default -> throw bytes.damaged("tensor " + name + " has type " + code + ", not read");
    };
  }

  private Operator operator(FlatTable operator, List<FlatTable> codes, List<String> names) {
    int index = operator.i32(0, 0);
    if (index < 0 || index >= codes.size()) {
      throw bytes.damaged("an operator of it has no code");
    }
    FlatTable code = codes.get(index);
    // The first field is a byte; kinds above 126 stand in the fourth.
    int kind = Math.max(code.u8(0, 0), code.i32(3, 0));
    FlatTable options = operator.table(4);
    return new Operator(
        TfliteOptions.name(kind),
        called(operator.integers(1), names),
        called(operator.integers(2), names),
        options == null ? Map.of() : TfliteOptions.read(kind, options));
  }

  private List<String> called(List<Integer> indices, List<String> names) {
    List<String> called = new ArrayList<>();
    for (int index : indices) {
      if (index >= names.size()) {
        throw bytes.damaged("an operator of it reads tensor " + index + " of " + names.size());
      }
      called.add(index < 0 ? "" : names.get(index));
    }
    return called;
  }
}

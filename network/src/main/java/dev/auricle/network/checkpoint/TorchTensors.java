package dev.auricle.network.checkpoint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a PyTorch pickle may build: ordered dictionaries, sizes, and tensors over storages. Also
 * takes the tensors out of the containers around them.
 */
final class TorchTensors implements Pickle.Builder {
  /** Nested deeper than that, or with more values, is no checkpoint. */
  private static final int DEEPEST = 32;

  private static final int MOST = 1_000_000;

  /** Thousands of tensors may share one list of sizes, so a long one costs more than it holds. */
  private static final int MOST_AXES = 16;

  /** Where a storage's bytes are. */
  @FunctionalInterface
  interface Storages {
    ByteBuffer bytes(String key, ElementType type);
  }

  /** Numbers of one type, to which several tensors may point. */
  record Storage(ElementType type, ByteBuffer bytes) {}

  private final Binary file;
  private final Storages storages;
  private int visited;

  TorchTensors(Binary file, Storages storages) {
    this.file = file;
    this.storages = storages;
  }

  @Override
  public Object call(String name, List<?> arguments) {
    return switch (name) {
      case "collections.OrderedDict" -> new LinkedHashMap<Object, Object>();
      case "torch.Size" -> arguments.isEmpty() ? List.of() : arguments.get(0);
      case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor" -> tensor(arguments);
      case "torch._utils._rebuild_parameter" -> argument(arguments, 0, StoredTensor.class);
      default ->
          throw file.damaged(
              "its pickle calls "
                  + name
                  + ", and only tensors and containers are built; save the state_dict alone");
    };
  }

  /** {@code ('storage', torch.FloatStorage, '17', 'cpu', 72)}. */
  @Override
  public Object outside(Object reference) {
    if (!(reference instanceof List<?> parts) || !"storage".equals(parts.get(0))) {
      throw file.damaged("its pickle refers to something outside that is no storage");
    }
    ElementType type = type(argument(parts, 1, Pickle.Name.class).name());
    return new Storage(type, storages.bytes(argument(parts, 2, String.class), type));
  }

  private ElementType type(String storage) {
    return switch (storage) {
      case "torch.DoubleStorage" -> ElementType.FLOAT64;
      case "torch.FloatStorage" -> ElementType.FLOAT32;
      case "torch.HalfStorage" -> ElementType.FLOAT16;
      case "torch.BFloat16Storage" -> ElementType.BFLOAT16;
      case "torch.LongStorage" -> ElementType.INT64;
      case "torch.IntStorage" -> ElementType.INT32;
      case "torch.ShortStorage" -> ElementType.INT16;
      case "torch.CharStorage" -> ElementType.INT8;
      case "torch.ByteStorage" -> ElementType.UINT8;
      case "torch.BoolStorage" -> ElementType.BOOL;
      default -> throw file.damaged("it holds numbers of type " + storage + ", which is not read");
    };
  }

  private StoredTensor tensor(List<?> arguments) {
    Storage storage = argument(arguments, 0, Storage.class);
    List<Integer> shape = new ArrayList<>();
    for (long axis : longs(argument(arguments, 2, List.class))) {
      shape.add(Math.toIntExact(axis));
    }
    List<Long> strides = longs(argument(arguments, 3, List.class));
    if (shape.size() != strides.size() || shape.stream().anyMatch(axis -> axis < 0)) {
      throw file.damaged("a tensor of it has shape " + shape + " with strides " + strides);
    }
    long offset = argument(arguments, 1, Long.class);
    return StoredTensor.view("", storage.type(), shape, strides, storage.bytes(), offset);
  }

  private List<Long> longs(List<?> values) {
    if (values.size() > MOST_AXES) {
      throw file.damaged("a tensor of it has " + values.size() + " axes");
    }
    List<Long> longs = new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof Long number)) {
        throw file.damaged("a tensor of it has a size that is no whole number");
      }
      longs.add(number);
    }
    return longs;
  }

  private <T> T argument(List<?> arguments, int i, Class<T> type) {
    if (i >= arguments.size() || !type.isInstance(arguments.get(i))) {
      throw file.damaged("its pickle lacks a part of a tensor");
    }
    return type.cast(arguments.get(i));
  }

  /**
   * The tensors inside dictionaries and lists, named by the way to them: {@code model.0.weight}.
   */
  Map<String, StoredTensor> collect(Object root) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    collect(root, null, 0, tensors);
    if (tensors.isEmpty()) {
      throw file.damaged("it holds no tensor");
    }
    return tensors;
  }

  private void collect(
      Object value, @Nullable String name, int depth, Map<String, StoredTensor> tensors) {
    if (depth > DEEPEST || ++visited > MOST) {
      throw file.damaged("its containers are nested too deep, or hold too many values");
    }
    if (value instanceof StoredTensor tensor) {
      String called = name == null ? "tensor" : name;
      tensors.put(called, tensor.named(called));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> collect(each, inside(name, key), depth + 1, tensors));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), inside(name, i), depth + 1, tensors);
      }
    }
  }

  private static String inside(@Nullable String name, Object key) {
    return name == null ? key.toString() : name + "." + key;
  }
}

package dev.auricle.network.checkpoint;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PyTorch's format before 1.6: five pickles (magic number, protocol, machine, contents, keys of the
 * storages), then the storages one after the other, each behind its number of values.
 */
final class LegacyTorchReader {
  private LegacyTorchReader() {}

  static Checkpoint read(Binary bytes) {
    Pickle.Builder nothing = new TorchTensors(bytes, (key, type) -> none(bytes));
    long at = 0;
    for (int i = 0; i < 3; i++) {
      at = Pickle.load(bytes, at, nothing).end();
    }
    // The storages stand behind the pickle that refers to them: first where they are, then what.
    Map<String, ElementType> types = new LinkedHashMap<>();
    Pickle.Builder listing =
        new Listing(
            new TorchTensors(
                bytes,
                (key, type) -> {
                  types.put(key, type);
                  return ByteBuffer.allocate(0);
                }));
    long contents = at;
    at = Pickle.load(bytes, contents, listing).end();
    Pickle.Loaded keys = Pickle.load(bytes, at, nothing);
    if (!(keys.value() instanceof List<?> list)) {
      throw bytes.damaged("it does not list its storages");
    }
    at = keys.end();
    Map<String, ByteBuffer> storages = new LinkedHashMap<>();
    for (Object key : list) {
      ElementType type = types.get(String.valueOf(key));
      if (type == null) {
        throw bytes.damaged("storage " + key + " belongs to no tensor");
      }
      long length = Math.multiplyExact(bytes.i64(at), type.bytes());
      storages.put(String.valueOf(key), bytes.slice(at + 8, length));
      at += 8 + length;
    }
    TorchTensors tensors =
        new TorchTensors(
            bytes,
            (key, type) -> {
              ByteBuffer storage = storages.get(key);
              return storage == null ? none(bytes) : storage;
            });
    Object root = Pickle.load(bytes, contents, tensors).value();
    return new Checkpoint(bytes.name(), "PyTorch", tensors.collect(root), List.of());
  }

  private static ByteBuffer none(Binary bytes) {
    throw bytes.damaged("it refers to a storage that it does not hold");
  }

  /** Runs the calls without looking at any storage. */
  private record Listing(TorchTensors tensors) implements Pickle.Builder {
    @Override
    public Object call(String name, List<?> arguments) {
      return name.startsWith("torch._utils._rebuild_tensor")
          ? List.of()
          : name.equals("torch._utils._rebuild_parameter")
              ? List.of()
              : tensors.call(name, arguments);
    }

    @Override
    public Object outside(Object reference) {
      return tensors.outside(reference);
    }
  }
}

package dev.auricle.network.checkpoint;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * PyTorch's format since 1.6: a ZIP with {@code data.pkl}, which names tensors, and an entry for
 * each storage.
 */
final class TorchReader {
  private static final String PICKLE = "data.pkl";

  private TorchReader() {}

  static Checkpoint read(Binary bytes) {
    Map<String, ByteBuffer> entries = StoredZip.entries(bytes);
    String pickle =
        entries.keySet().stream()
            .filter(entry -> entry.equals(PICKLE) || entry.endsWith("/" + PICKLE))
            .findFirst()
            .orElseThrow(() -> bytes.damaged("it is a ZIP without " + PICKLE));
    String folder = pickle.substring(0, pickle.length() - PICKLE.length());
    ByteBuffer order = entries.get(folder + "byteorder");
    if (order != null && order.remaining() > 0 && order.get(order.position()) != 'l') {
      throw bytes.damaged("its numbers are not in little-endian order");
    }
    TorchTensors tensors =
        new TorchTensors(bytes, (key, type) -> storage(bytes, entries, folder, key));
    Binary program = new Binary(bytes.name(), entry(bytes, entries, pickle));
    Object root = Pickle.load(program, 0, tensors).value();
    return new Checkpoint(bytes.name(), "PyTorch", tensors.collect(root), List.of());
  }

  private static ByteBuffer storage(
      Binary bytes, Map<String, ByteBuffer> entries, String folder, String key) {
    return entry(bytes, entries, folder + "data/" + key);
  }

  private static ByteBuffer entry(Binary bytes, Map<String, ByteBuffer> entries, String name) {
    ByteBuffer entry = entries.get(name);
    if (entry == null) {
      throw bytes.damaged("its ZIP lacks " + name);
    }
    return entry;
  }
}

package dev.auricle.network.checkpoint;

import dev.auricle.signal.AuricleException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a published file.
 *
 * @param file its name, for messages
 * @param format in words: {@code PyTorch}, {@code TFLite}, {@code safetensors}, {@code ONNX}
 * @param tensors by name, in the file's order
 * @param texts files that are packed with it by name, such as lists of labels; mostly empty
 * @param operators of the file's graph in the order in which they run; empty where it holds none
 */
public record Checkpoint(
    String file,
    String format,
    Map<String, StoredTensor> tensors,
    List<Operator> operators,
    Map<String, String> texts) {
  public Checkpoint {
    texts = Map.copyOf(texts);
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    operators = List.copyOf(operators);
  }

  Checkpoint(
      String file, String format, Map<String, StoredTensor> tensors, List<Operator> operators) {
    this(file, format, tensors, operators, Map.of());
  }

  /**
   * The tensor of that name.
   *
   * @throws AuricleException if there is none
   */
  public StoredTensor tensor(String name) {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new AuricleException(
          file
              + " holds no tensor '"
              + name
              + "' among its "
              + tensors.size()
              + "; is it the checkpoint of another network? 'auricle weights show "
              + file
              + "' lists them");
    }
    return tensor;
  }
}

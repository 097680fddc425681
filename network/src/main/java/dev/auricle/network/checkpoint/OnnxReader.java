package dev.auricle.network.checkpoint;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.auricle.signal.AuricleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The constants (initialisers) of an ONNX graph. */
final class OnnxReader {
  private OnnxReader() {}

  static Checkpoint read(Binary bytes) {
    ModelProto model;
    try {
      model = ModelProto.parseFrom(bytes.slice(0, bytes.length()));
    } catch (InvalidProtocolBufferException e) {
      throw new AuricleException(
          bytes.name()
              + " is no PyTorch, TFLite, safetensors or ONNX file, or is damaged; expected one of"
              + " them",
          e);
    }
    if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
      throw new AuricleException(
          bytes.name() + " is no PyTorch, TFLite, safetensors or ONNX file; expected one of them");
    }
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      tensors.put(tensor.getName(), tensor(bytes, tensor));
    }
    List<Operator> operators = new ArrayList<>();
    model
        .getGraph()
        .getNodeList()
        .forEach(
            node ->
                operators.add(
                    new Operator(
                        node.getOpType(), node.getInputList(), node.getOutputList(), Map.of())));
    return new Checkpoint(bytes.name(), "ONNX", tensors, operators);
  }

  private static StoredTensor tensor(Binary bytes, TensorProto tensor) {
    if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
      throw bytes.damaged(
          "tensor " + tensor.getName() + " lies in another file; save the model as one file");
    }
    List<Integer> shape = new ArrayList<>();
    tensor.getDimsList().forEach(axis -> shape.add(Math.toIntExact(axis)));
    if (shape.stream().anyMatch(axis -> axis < 0)) {
      throw bytes.damaged("tensor " + tensor.getName() + " has shape " + shape);
    }
    TensorProto.DataType type = TensorProto.DataType.forNumber(tensor.getDataType());
    ElementType element =
        switch (type == null ? TensorProto.DataType.UNDEFINED : type) {
          case DOUBLE -> ElementType.FLOAT64;
          case FLOAT -> ElementType.FLOAT32;
          case FLOAT16 -> ElementType.FLOAT16;
          case BFLOAT16 -> ElementType.BFLOAT16;
          case INT64 -> ElementType.INT64;
          case INT32 -> ElementType.INT32;
          case INT16 -> ElementType.INT16;
          case INT8 -> ElementType.INT8;
          case UINT8 -> ElementType.UINT8;
          case BOOL -> ElementType.BOOL;
          default ->
              throw bytes.damaged(
                  "tensor " + tensor.getName() + " has type " + type + ", which is not read");
        };
    return StoredTensor.dense(tensor.getName(), element, shape, data(tensor, element), null);
  }

  /** Raw bytes, or one of the lists that protobufs may use instead of them. */
  private static ByteBuffer data(TensorProto tensor, ElementType type) {
    if (tensor.hasRawData()) {
      return tensor.getRawData().asReadOnlyByteBuffer();
    }
    int count =
        switch (type) {
          case FLOAT32 -> tensor.getFloatDataCount();
          case FLOAT64 -> tensor.getDoubleDataCount();
          case INT64 -> tensor.getInt64DataCount();
          default -> tensor.getInt32DataCount();
        };
    ByteBuffer data =
        ByteBuffer.allocate(Math.multiplyExact(count, type.bytes())).order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case FLOAT32 -> tensor.getFloatDataList().forEach(data::putFloat);
      case FLOAT64 -> tensor.getDoubleDataList().forEach(data::putDouble);
      case INT64 -> tensor.getInt64DataList().forEach(data::putLong);
      case INT32 -> tensor.getInt32DataList().forEach(data::putInt);
      case FLOAT16, BFLOAT16, INT16 ->
          tensor.getInt32DataList().forEach(value -> data.putShort(value.shortValue()));
      case INT8, UINT8, BOOL ->
          tensor.getInt32DataList().forEach(value -> data.put(value.byteValue()));
    }
    return data.flip();
  }
}

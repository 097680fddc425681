package dev.auricle.network.checkpoint;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a published file, whose format is recognised by what is in it. */
public final class CheckpointReader {
  /** Larger files are no networks for one machine's processor. */
  private static final long LARGEST = 1L << 30;

  private static final int ZIP = 0x04034b50;
  private static final int TFLITE = 0x334c4654;
  private static final int HDF5 = 0x46444889;
  private static final int PICKLE = 0x80;

  private CheckpointReader() {}

  /**
   * Reads a file.
   *
   * @throws AuricleException if it is missing, damaged, of no format that is read, or holds
   *     anything but tensors and containers of them
   */
  public static Checkpoint read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new AuricleException(
          file + " is no file; expected a checkpoint (.pt, .pth, .tflite, .safetensors, .onnx)");
    }
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new AuricleException(
            file + " has " + size + " bytes; checkpoints of up to " + LARGEST + " are read");
      }
      return read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new AuricleException(file + " cannot be read: " + e, e);
    }
  }

  /** Reads bytes; {@code name} is for messages. */
  static Checkpoint read(String name, ByteBuffer content) {
    Binary bytes = new Binary(name, content);
    try {
      Checkpoint checkpoint = recognise(bytes);
      if (checkpoint == null) {
        throw new AuricleException(
            name + " is no PyTorch, TFLite, safetensors or ONNX file; expected one of them");
      }
      return checkpoint;
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new AuricleException(
          name + " cannot be read: " + e.getMessage() + "; fetch the file again", e);
    }
  }

  private static @Nullable Checkpoint recognise(Binary bytes) {
    if (bytes.length() < 8) {
      throw bytes.damaged("it has " + bytes.length() + " bytes");
    }
    if (bytes.i32(4) == TFLITE) {
      return new TfliteReader(bytes).read();
    }
    if (bytes.i32(0) == ZIP) {
      return TorchReader.read(bytes);
    }
    if (bytes.i32(0) == HDF5) {
      throw new AuricleException(
          bytes.name() + " is HDF5 (Keras), which is not read; convert it to safetensors or ONNX");
    }
    if (bytes.u8(0) == PICKLE) {
      return LegacyTorchReader.read(bytes);
    }
    if (SafetensorsReader.looksRight(bytes)) {
      return SafetensorsReader.read(bytes);
    }
    return OnnxReader.read(bytes);
  }
}

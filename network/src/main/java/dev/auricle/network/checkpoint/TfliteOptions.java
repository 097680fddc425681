package dev.auricle.network.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/** The operators that convolutional networks use in TFLite's graphs, and their options. */
final class TfliteOptions {
  private static final int ADD = 0;
  private static final int AVERAGE_POOL_2D = 1;
  private static final int CONV_2D = 3;
  private static final int DEPTHWISE_CONV_2D = 4;
  private static final int FULLY_CONNECTED = 9;
  private static final int LOGISTIC = 14;
  private static final int MAX_POOL_2D = 17;
  private static final int RESHAPE = 22;
  private static final int SOFTMAX = 25;
  private static final int MEAN = 40;
  private static final int SQUEEZE = 43;
  private static final int DEQUANTIZE = 6;
  private static final int QUANTIZE = 114;

  private TfliteOptions() {}

  /** The format's name of an operator, or its number where it is none of these. */
  static String name(int kind) {
    return switch (kind) {
      case ADD -> "ADD";
      case AVERAGE_POOL_2D -> "AVERAGE_POOL_2D";
      case CONV_2D -> "CONV_2D";
      case DEPTHWISE_CONV_2D -> "DEPTHWISE_CONV_2D";
      case FULLY_CONNECTED -> "FULLY_CONNECTED";
      case LOGISTIC -> "LOGISTIC";
      case MAX_POOL_2D -> "MAX_POOL_2D";
      case RESHAPE -> "RESHAPE";
      case SOFTMAX -> "SOFTMAX";
      case MEAN -> "MEAN";
      case SQUEEZE -> "SQUEEZE";
      case DEQUANTIZE -> "DEQUANTIZE";
      case QUANTIZE -> "QUANTIZE";
      default -> "OPERATOR_" + kind;
    };
  }

  /** Options by the schema's names. Padding 0 is SAME, 1 is VALID. Activation 1 ReLU, 3 ReLU6. */
  static Map<String, Integer> read(int kind, FlatTable options) {
    Map<String, Integer> read = new LinkedHashMap<>();
    switch (kind) {
      case CONV_2D -> {
        window(read, options);
        read.put("activation", options.u8(3, 0));
      }
      case DEPTHWISE_CONV_2D -> {
        window(read, options);
        read.put("depth_multiplier", options.i32(3, 0));
        read.put("activation", options.u8(4, 0));
      }
      case AVERAGE_POOL_2D, MAX_POOL_2D -> {
        window(read, options);
        read.put("filter_w", options.i32(3, 0));
        read.put("filter_h", options.i32(4, 0));
        read.put("activation", options.u8(5, 0));
      }
      case FULLY_CONNECTED -> read.put("activation", options.u8(0, 0));
      default -> {}
    }
    return read;
  }

  private static void window(Map<String, Integer> read, FlatTable options) {
    read.put("padding", options.u8(0, 0));
    read.put("stride_w", options.i32(1, 0));
    read.put("stride_h", options.i32(2, 0));
  }
}

package dev.auricle.network.checkpoint;

import java.util.List;

/**
 * How whole numbers stand for real ones: {@code real = scale · (stored - zeroPoint)}.
 *
 * @param scales one for the tensor, or one for each entry of an axis
 * @param zeroPoints as many; empty for zeros
 * @param axis which axis the scales belong to, where there are several
 */
public record Quantization(List<Float> scales, List<Long> zeroPoints, int axis) {
  public Quantization {
    scales = List.copyOf(scales);
    zeroPoints = List.copyOf(zeroPoints);
  }

  double real(double stored, int entry) {
    int i = scales.size() == 1 ? 0 : entry;
    long zero = zeroPoints.isEmpty() ? 0 : zeroPoints.get(zeroPoints.size() == 1 ? 0 : i);
    return scales.get(i) * (stored - zero);
  }
}

package dev.auricle.signal;

/**
 * The natural logarithm in float arithmetic, after Cephes' {@code logf}: within 2 units in the last
 * place. Written out, rather than taken from the virtual machine, so that the Vector API can do the
 * same operations and every processor gives the same bits.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // As published.
final class Logarithm {
  static final int SQRT_HALF_BITS = 0x3f3504f3;
  static final float[] POLYNOMIAL = {
    7.0376836292E-2f,
    -1.1514610310E-1f,
    1.1676998740E-1f,
    -1.2420140846E-1f,
    1.4249322787E-1f,
    -1.6668057665E-1f,
    2.0000714765E-1f,
    -2.4999993993E-1f,
    3.3333331174E-1f
  };
  static final float LN2_LOW = -2.12194440e-4f;
  static final float LN2_HIGH = 0.693359375f;

  private Logarithm() {}

  /** Of a positive normal number. */
  static float of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int exponent = (bits - SQRT_HALF_BITS) >> 23;
    float x = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
    float square = x * x;
    float sum = POLYNOMIAL[0];
    for (int i = 1; i < POLYNOMIAL.length; i++) {
      sum = sum * x + POLYNOMIAL[i];
    }
    float result = sum * x * square + LN2_LOW * exponent - 0.5f * square + x;
    return result + LN2_HIGH * exponent;
  }
}

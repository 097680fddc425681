/** Neural networks trained by libtorch; each ends as an ONNX graph. */
@NullMarked
package dev.auricle.learn.neural;

import org.jspecify.annotations.NullMarked;

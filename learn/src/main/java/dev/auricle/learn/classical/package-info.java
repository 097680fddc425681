/** Classical models on fixed-length features; each ends as an ONNX graph. */
@NullMarked
package dev.auricle.learn.classical;

import org.jspecify.annotations.NullMarked;

/**
 * A bundle as one ONNX graph for other programs: samples in, probabilities out, with preparation
 * and front-end inside by standard operators.
 */
@NullMarked
package dev.auricle.network.export;

import org.jspecify.annotations.NullMarked;

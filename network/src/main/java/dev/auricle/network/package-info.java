/** Networks described as data: shape inference, ONNX writing, readers of published checkpoints. */
@NullMarked
package dev.auricle.network;

import org.jspecify.annotations.NullMarked;

/**
 * Reads the files in which networks are published (PyTorch, TFLite, safetensors, ONNX): the names,
 * shapes, types and values of their tensors. Files come from strangers, so nothing in them is
 * trusted: no code is run, no size believed before it has been checked against the file.
 */
@NullMarked
package dev.auricle.network.checkpoint;

import org.jspecify.annotations.NullMarked;

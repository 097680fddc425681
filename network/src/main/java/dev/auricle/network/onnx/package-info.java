/** Builds ONNX files: graphs of nodes, initialisers and attributes, as protobufs. */
@NullMarked
package dev.auricle.network.onnx;

import org.jspecify.annotations.NullMarked;

package dev.auricle.learn.training;

import java.util.List;
import java.util.Map;

/**
 * What a trainer gives back: a graph in the form {@link dev.auricle.runtime.OnnxModel} describes,
 * and how it came about.
 *
 * @param graph the ONNX model, with scaling inside
 * @param curve the learning curve; empty for models fitted at once
 * @param details numbers worth showing: parameters, trees, best epoch
 * @param importance a weight for each input column, summing to 1; empty where the model has none
 */
public record FittedModel(
    byte[] graph, List<EpochScore> curve, Map<String, Object> details, double[] importance) {}

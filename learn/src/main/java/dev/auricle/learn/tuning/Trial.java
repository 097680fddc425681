package dev.auricle.learn.tuning;

import java.util.Map;

/**
 * One combination of settings, and what it scored on inner folds.
 *
 * @param values by path
 * @param score mean of the metric over inner folds
 * @param spread standard deviation over inner folds
 * @param seconds it took
 * @param share of the training clips it was tried on: below 1 in the early rounds of halving
 */
public record Trial(
    Map<String, Object> values, double score, double spread, double seconds, double share) {}

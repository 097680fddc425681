package dev.auricle.learn.experiment;

import dev.auricle.learn.evaluation.Predictions;

/**
 * A recipe fitted on one fold's training clips and scored on its test clips.
 *
 * @param result the fold's figures
 * @param test what was said of the test clips
 * @param fitSeconds spent fitting
 * @param millisPerClip from prepared samples to probabilities, one thread
 * @param bundleBytes size of the bundle that would hold the model; 0 where it was not looked at
 */
public record JudgedFold(
    FoldResult result,
    Predictions test,
    double fitSeconds,
    double millisPerClip,
    long bundleBytes) {}

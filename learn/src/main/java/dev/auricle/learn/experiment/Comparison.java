package dev.auricle.learn.experiment;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;
import java.util.List;

/**
 * Recipes judged on the same folds.
 *
 * @param dataset what they were judged on
 * @param protocol how
 * @param foldCount number of folds
 * @param majority share of the most frequent label among the test clips: what guessing it would
 *     score
 * @param results in the order asked for
 * @param findings why the scores may be too good: what the leak audit found and what a bundle does
 *     otherwise, a line each; empty if nothing
 * @param fingerprint SHA-256 over the samples of every clip, whatever their names and order; empty
 *     if unknown
 */
public record Comparison(
    Dataset dataset,
    Protocol protocol,
    int foldCount,
    double majority,
    List<RecipeResult> results,
    List<String> findings,
    String fingerprint) {}

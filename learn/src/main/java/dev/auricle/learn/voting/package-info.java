/**
 * Models of any kind that vote softly: each is fitted on its own, their graphs become one that
 * averages their probabilities.
 */
@NullMarked
package dev.auricle.learn.voting;

import org.jspecify.annotations.NullMarked;

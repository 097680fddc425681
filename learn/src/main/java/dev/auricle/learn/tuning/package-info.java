/**
 * Searching a recipe's ranges: nested, so that the reported score is honest; journalled, so that
 * nothing is lost.
 */
@NullMarked
package dev.auricle.learn.tuning;

import org.jspecify.annotations.NullMarked;

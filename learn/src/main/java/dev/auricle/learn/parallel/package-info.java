/** The same work on many inputs at once. */
@NullMarked
package dev.auricle.learn.parallel;

import org.jspecify.annotations.NullMarked;

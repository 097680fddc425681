/** Events judged against a reference, and the choice of how probabilities become events. */
@NullMarked
package dev.auricle.learn.events;

import org.jspecify.annotations.NullMarked;

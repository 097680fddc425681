/** What trainers share: the data they are handed, and what they give back. */
@NullMarked
package dev.auricle.learn.training;

import org.jspecify.annotations.NullMarked;

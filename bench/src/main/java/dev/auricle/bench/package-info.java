/** Programs that measure speed and accuracy; each prints the table that {@code docs} shows. */
@NullMarked
package dev.auricle.bench;

import org.jspecify.annotations.NullMarked;

/** The auricle command. */
@NullMarked
package dev.auricle.app;

import org.jspecify.annotations.NullMarked;

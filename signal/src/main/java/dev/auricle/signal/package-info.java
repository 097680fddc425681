/**
 * Sound features for the JVM: arrays in, arrays out, in agreement with librosa. Depends on the JDK
 * alone.
 */
@NullMarked
package dev.auricle.signal;

import org.jspecify.annotations.NullMarked;

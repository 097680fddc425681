/** Pictures of sounds: spectrograms and waveforms with their axes, as PNG. */
@NullMarked
package dev.auricle.learn.picture;

import org.jspecify.annotations.NullMarked;

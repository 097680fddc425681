/** Any sound file or stream to samples and back, by FFmpeg in this process. */
@NullMarked
package dev.auricle.audio;

import org.jspecify.annotations.NullMarked;

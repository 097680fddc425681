/** Files and folders that appear whole or not at all. */
@NullMarked
package dev.auricle.audio.files;

import org.jspecify.annotations.NullMarked;

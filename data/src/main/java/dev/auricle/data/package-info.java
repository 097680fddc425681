/** Examples and datasets, the layouts they come in, and the protocols that split them. */
@NullMarked
package dev.auricle.data;

import org.jspecify.annotations.NullMarked;

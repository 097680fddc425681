/** Small helps with words. */
@NullMarked
package dev.auricle.data.text;

import org.jspecify.annotations.NullMarked;

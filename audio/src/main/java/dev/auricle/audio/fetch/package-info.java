/**
 * Files from publishers' servers: downloads that go on where they stopped and are checked, and
 * archives unpacked so that nothing lands outside the folder that was named. Datasets and published
 * weights come in this way.
 */
@NullMarked
package dev.auricle.audio.fetch;

import org.jspecify.annotations.NullMarked;

package dev.auricle.learn.training;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens when a long training is interrupted.
 *
 * @param asked true once the training should end; it then gives back the best model so far
 * @param checkpoint where its state is kept from time to time, and found again by a training of the
 *     same settings on the same clips, which then ends with the same model as if it had never
 *     stopped; null keeps nothing
 */
public record Interruption(BooleanSupplier asked, @Nullable Path checkpoint) {
  /** Never asked for, nothing kept. */
  public static final Interruption NONE = new Interruption(() -> false, null);
}

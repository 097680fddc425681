package dev.auricle.learn.voting;

import dev.auricle.learn.training.Trainer;
import dev.auricle.network.embedding.EmbeddingFrontEnd;
import org.jspecify.annotations.Nullable;

/**
 * One of several models that vote.
 *
 * @param trainer fits it
 * @param say how much its probabilities count beside the others', above 0
 * @param embedding what it reads: a published network's view of the features that the others read;
 *     null where it reads those themselves
 */
public record Member(Trainer trainer, double say, @Nullable EmbeddingFrontEnd embedding) {}

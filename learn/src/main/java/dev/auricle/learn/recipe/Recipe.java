package dev.auricle.learn.recipe;

import dev.auricle.learn.evaluation.AnswerSettings;
import dev.auricle.learn.training.Trainer;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.Preparation;
import org.jspecify.annotations.Nullable;

/**
 * How to make a classifier: what happens to a clip, what the model reads, and how it is trained.
 *
 * @param name such as {@code forest}
 * @param summary one line for people
 * @param trimDb silence at the ends this many dB below the loudest frame is cut; null keeps it
 * @param levelDb root mean square that clips are brought to, in dB of full scale, so -20 is usual;
 *     null keeps their level
 * @param length how long clips are made
 * @param frontEnd what the model reads; its rate is the preparation's
 * @param trainer the model and its settings
 * @param answers what is fitted behind the model
 * @param chosenOn what its settings were chosen on; null where nobody says
 * @param yaml the text it was read from, for provenance
 */
public record Recipe(
    String name,
    String summary,
    @Nullable Double trimDb,
    @Nullable Double levelDb,
    LengthRule length,
    FrontEnd frontEnd,
    Trainer trainer,
    AnswerSettings answers,
    @Nullable ChosenOn chosenOn,
    String yaml) {

  /** The same under another name. */
  public Recipe called(String otherName, String otherSummary) {
    return new Recipe(
        otherName,
        otherSummary,
        trimDb,
        levelDb,
        length,
        frontEnd,
        trainer,
        answers,
        chosenOn,
        yaml);
  }

  /** The preparation once the length is known; null keeps each clip's own. */
  public Preparation preparation(@Nullable Double seconds) {
    return new Preparation(frontEnd.sampleRate(), trimDb, seconds, levelDb);
  }
}

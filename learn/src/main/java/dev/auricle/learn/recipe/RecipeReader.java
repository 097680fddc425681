package dev.auricle.learn.recipe;

import dev.auricle.learn.evaluation.AnswerSettings;
import dev.auricle.learn.training.Settings;
import dev.auricle.learn.training.Trainer;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.signal.AuricleException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a recipe's YAML; what is wrong comes with its line. */
final class RecipeReader {
  private final String source;

  RecipeReader(String source) {
    this.source = source;
  }

  Recipe read(String yaml) {
    Settings top = Settings.of(source, "", mapping(yaml));
    String name = top.text("name", fileName());
    String summary = top.text("summary", "");
    Settings preparation = top.sectionOrEmpty("preparation");
    int sampleRate = preparation.integer("sample-rate", 0, 0, 192_000);
    Double trimDb = preparation.optionalNumber("trim-db", 1, 120);
    Double levelDb = preparation.optionalNumber("level-db", -100, 0);
    LengthRule length = LengthRule.from(preparation);
    preparation.done();
    FrontEnd frontEnd = FrontEndSection.read(top, "logmel-64", sampleRate);
    Settings model =
        top.section("model").orElseThrow(() -> top.error("'model' is missing: what to train"));
    Trainer trainer = ModelTypes.trainer(model, top, frontEnd);
    model.done();
    AnswerSettings answers = answers(top.sectionOrEmpty("answers"));
    ChosenOn chosenOn = ChosenOn.from(top);
    top.section("tune"); // read by dev.auricle.learn.tuning
    top.done();
    return new Recipe(
        name, summary, trimDb, levelDb, length, frontEnd, trainer, answers, chosenOn, yaml);
  }

  /** The front-end of a text that holds nothing else, {@code front-end: {preset: mfcc-20}}. */
  FrontEnd frontEnd(String yaml, int sampleRate) {
    Settings top = Settings.of(source, "", mapping(yaml));
    FrontEnd frontEnd = FrontEndSection.read(top, "", sampleRate);
    top.done();
    return frontEnd;
  }

  private static AnswerSettings answers(Settings section) {
    AnswerSettings none = AnswerSettings.NONE;
    AnswerSettings answers =
        new AnswerSettings(
            section.choice("calibration", none.calibration()),
            section.flag("thresholds", none.thresholds()),
            section.number("precision", none.precision(), 0.01, 1));
    section.done();
    return answers;
  }

  private MappingNode mapping(String yaml) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(source).build()).composeString(yaml);
      if (root.orElse(null) instanceof MappingNode mapping) {
        return mapping;
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new AuricleException(source + ", line " + line + ": no YAML: " + e.getProblem(), e);
    }
    throw new AuricleException(source + ": a recipe is a mapping with 'model' and 'front-end'");
  }

  private String fileName() {
    String file = source.substring(source.replace('\\', '/').lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}

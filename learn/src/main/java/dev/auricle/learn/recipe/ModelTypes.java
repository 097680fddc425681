package dev.auricle.learn.recipe;

import dev.auricle.learn.classical.ClassicalTrainers;
import dev.auricle.learn.neural.NeuralTrainers;
import dev.auricle.learn.training.Settings;
import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.voting.Member;
import dev.auricle.learn.voting.VotingTrainer;
import dev.auricle.network.embedding.EmbeddingFrontEnd;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of model that a recipe's {@code model.type} may name. */
final class ModelTypes {
  private static final Map<String, Factory> FACTORIES = new LinkedHashMap<>();

  static {
    for (String type : ClassicalTrainers.types()) {
      FACTORIES.put(type, (model, recipe, reads) -> ClassicalTrainers.of(type, model));
    }
    FACTORIES.put("voting", ModelTypes::voting);
    for (String type : NeuralTrainers.types()) {
      FACTORIES.put(type, (model, recipe, reads) -> NeuralTrainers.of(type, model, recipe));
    }
  }

  private ModelTypes() {}

  /** Makes a trainer from the recipe's sections. */
  private interface Factory {
    Trainer create(Settings model, Settings recipe, FrontEnd reads);
  }

  /**
   * A trainer of what a {@code model} section describes.
   *
   * @param recipe the whole recipe
   * @param reads the recipe's front-end
   */
  static Trainer trainer(Settings model, Settings recipe, FrontEnd reads) {
    String type = model.text("type", "");
    Factory factory = FACTORIES.get(type);
    if (factory == null) {
      throw model.error(
          "'model.type' is '"
              + type
              + "', expected one of "
              + String.join(", ", FACTORIES.keySet()));
    }
    return factory.create(model, recipe, reads);
  }

  private static Trainer voting(Settings model, Settings recipe, FrontEnd reads) {
    List<Member> members = new ArrayList<>();
    for (Settings member : model.sections("members")) {
      double say = member.number("say", 1, 1e-6, 1e6);
      EmbeddingFrontEnd embedding = embedding(member, reads);
      FrontEnd own = embedding == null ? reads : embedding;
      members.add(new Member(trainer(member, recipe, own), say, embedding));
      member.done();
    }
    if (members.isEmpty()) {
      throw model.error("'members' is missing: the models that vote, each with its 'type'");
    }
    return new VotingTrainer(members);
  }

  /** What a member reads instead of the recipe's features: a published network's view of them. */
  private static @Nullable EmbeddingFrontEnd embedding(Settings member, FrontEnd reads) {
    if (!member.keys().contains("front-end")) {
      return null;
    }
    FrontEnd own = FrontEndSection.read(member, "", 0);
    if (own instanceof EmbeddingFrontEnd embedding
        && !(reads instanceof EmbeddingFrontEnd)
        && FrontEnds.describe(embedding.base()).equals(FrontEnds.describe(reads))) {
      return embedding;
    }
    throw member.error(
        own instanceof EmbeddingFrontEnd embedding
            ? "%s reads %s as it is published, and the recipe's front-end is %s: give the recipe that one"
                .formatted(own.name(), embedding.base().name(), reads.name())
            : "a member may read a published network's embedding (mn04, say); %s is none: give the recipe that front-end"
                .formatted(own.name()));
  }
}

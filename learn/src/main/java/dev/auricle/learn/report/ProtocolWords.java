package dev.auricle.learn.report;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;

/** Says what a protocol means for the person who reads its scores. */
final class ProtocolWords {
  private ProtocolWords() {}

  static String explain(Protocol protocol, Dataset dataset, int folds) {
    String noun = protocol.groupBy() == null ? dataset.groupName() : protocol.groupBy();
    boolean grouped = protocol.groupBy() != null || dataset.grouped();
    String together =
        grouped
            ? " All clips of one "
                + noun
                + " stay on the same side, so the score holds for a "
                + noun
                + " never heard."
            : " Nothing is known that ties clips together, so clips of one source may stand on both"
                + " sides and make the score too good.";
    return switch (protocol.kind()) {
      case KFOLD ->
          "The clips were divided into "
              + folds
              + " parts; each part was predicted by a model fitted on the others."
              + together;
      case HOLDOUT ->
          "A part of the clips ("
              + Figures.percent(protocol.fraction())
              + ") was set aside and predicted by a model fitted on the rest."
              + together;
      case LEAVE_ONE_GROUP_OUT ->
          "Each "
              + noun
              + " in turn was left out and predicted by a model fitted on the others: the score"
              + " holds for a "
              + noun
              + " never heard.";
      case OFFICIAL ->
          "The division is the publisher's, so the scores compare with published ones. Whether it"
              + " keeps every "
              + noun
              + " on one side is the publisher's choice.";
      case FOLDS ->
          "The folds are those the data names; each was predicted by a model fitted on the others.";
      case BUNDLE ->
          "A finished bundle answered these clips; nothing was fitted. Clips that it was trained on"
              + " would make the score too good.";
      case SPLIT ->
          "The data names its test part; the model was fitted on the training and validation parts.";
    };
  }
}

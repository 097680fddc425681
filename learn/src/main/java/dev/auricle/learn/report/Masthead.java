package dev.auricle.learn.report;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Evaluation.Interval;
import dev.auricle.learn.experiment.RecipeResult;

/** The head of the page: what was judged, how, and the one figure to remember. */
final class Masthead {
  private Masthead() {}

  static void write(Html html, ReportContent content, String title) {
    RecipeResult best = content.results().get(content.best());
    html.open("header", "class", "masthead");
    html.open("div", "class", "headline");
    html.element("p", "Auricle report", "class", "eyebrow");
    html.element("h1", title);
    html.element("p", sentence(content), "class", "lede");
    html.close();
    html.open("div", "class", "figure");
    html.element("p", Figures.percent(best.test().accuracy()), "class", "big");
    html.element("p", intervalWords(content, content.best()), "class", "small");
    if (!content.comparison().findings().isEmpty()) {
      html.open("p", "class", "small careful");
      html.element("a", "This may be too good: see the audit.", "href", "#audit");
      html.close();
    }
    html.close();
    facts(html, content);
    html.close();
  }

  private static String sentence(ReportContent content) {
    RecipeResult best = content.results().get(content.best());
    int recipes = content.results().size();
    boolean finished = content.comparison().protocol().kind() == Protocol.Kind.BUNDLE;
    return "%s%s%s, on %s%s. Always guessing the most frequent label would give %s."
        .formatted(
            best.test().predictions().multiLabel()
                ? "Share of clips with all labels right, by "
                : "Accuracy of ",
            best.recipe().name(),
            recipes == 1 ? "" : ", the best of " + recipes + " recipes",
            Figures.count(best.test().predictions().size(), "clip"),
            finished ? "" : " that it was not fitted on",
            Figures.percent(content.comparison().majority()));
  }

  static String intervalWords(ReportContent content, int recipe) {
    Interval interval = content.intervals().get(recipe);
    boolean groups = interval.unit().equals("group");
    return "95\u00a0%% interval %s, %s"
        .formatted(
            Figures.interval(interval.low(), interval.high()),
            groups
                ? "by bootstrap over " + Figures.plural(content.groupNoun())
                : "by Wilson's formula over clips");
  }

  private static void facts(Html html, ReportContent content) {
    Dataset dataset = content.comparison().dataset();
    long groups = dataset.examples().stream().map(Example::group).distinct().count();
    html.open("dl", "class", "facts");
    fact(html, "Data", dataset.description());
    fact(
        html,
        "Holds",
        "%s, %s%s"
            .formatted(
                Figures.count(dataset.examples().size(), "clip"),
                Figures.count(dataset.labels().size(), "label"),
                dataset.grouped() ? ", " + Figures.count(groups, dataset.groupName()) : ""));
    fact(
        html,
        "Protocol",
        content.comparison().protocol().describe(dataset)
            + ". "
            + ProtocolWords.explain(
                content.comparison().protocol(), dataset, content.comparison().foldCount()));
    html.close();
  }

  private static void fact(Html html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }
}

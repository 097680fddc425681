package dev.auricle.learn.features;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Damages;
import dev.auricle.data.ExampleAudio;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A row per clip: decoding and features both run in the task. */
final class ClipSource implements AnswerSource {
  private final List<FeatureItem> items;
  private final FeaturePlan plan;
  private final Preparation preparation;
  private final Damages damages;
  private int next;

  ClipSource(List<FeatureItem> items, FeaturePlan plan, int done, Damages damages) {
    this.items = items;
    this.plan = plan;
    this.preparation = new Preparation(plan.frontEnd().sampleRate(), plan.trimDb(), plan.seconds());
    this.next = done;
    this.damages = damages;
  }

  @Override
  public boolean hasNext() {
    return next < items.size();
  }

  @Override
  public Callable<FeatureExtraction.Answer> next() {
    int item = next++;
    return () -> answer(item);
  }

  private FeatureExtraction.Answer answer(int number) {
    FeatureItem item = items.get(number);
    try {
      List<String> wrong = new ArrayList<>();
      AudioClip clip = ExampleAudio.read(item.example(), wrong::add);
      damages.add(number, item.name(), wrong);
      Features features = plan.frontEnd().compute(preparation.apply(clip));
      return new FeatureExtraction.Answer(
          new FeatureRow(
              item.name(),
              item.labels(),
              item.example().group(),
              item.start(),
              item.start() + clip.seconds(),
              features),
          "",
          number);
    } catch (AuricleException e) {
      return FeatureExtraction.Answer.failed(String.valueOf(e.getMessage()), number);
    }
  }

  @Override
  public void close() {}
}

package dev.auricle.bench;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Dataset;
import dev.auricle.data.ExampleAudio;
import dev.auricle.data.Layouts;
import dev.auricle.network.export.ExportCheck;
import dev.auricle.network.export.ExportedGraph;
import dev.auricle.runtime.Bundle;
import dev.auricle.signal.Resampler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far exported graphs lie from their bundles on real clips: {@code ExportAgreement DATA CLIPS
 * BUNDLE…}. Clips are taken evenly from the dataset.
 */
public final class ExportAgreement {
  private ExportAgreement() {}

  public static void main(String[] args) {
    Dataset dataset = Layouts.open(Path.of(args[0]));
    int clips = Math.min(Integer.parseInt(args[1]), dataset.examples().size());
    for (String file : List.of(args).subList(2, args.length)) {
      Bundle bundle = Bundle.read(Path.of(file));
      byte[] graph = ExportedGraph.of(bundle);
      ExportCheck check = ExportCheck.run(bundle, graph, read(dataset, clips, bundle));
      System.out.printf(
          Locale.ROOT,
          "%s, %s, %.2f MB: largest difference %.1e over %d clips%n",
          bundle.name(),
          bundle.frontEnd().name(),
          graph.length / 1e6,
          check.largest(),
          check.clips());
    }
  }

  private static List<AudioClip> read(Dataset dataset, int count, Bundle bundle) {
    int rate = bundle.preparation().sampleRate();
    List<AudioClip> clips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = (int) ((long) i * dataset.examples().size() / count);
      AudioClip clip = ExampleAudio.read(dataset.examples().get(at));
      float[] samples = Resampler.resample(clip.samples(), clip.sampleRate(), rate);
      clips.add(new AudioClip(samples, rate));
    }
    return clips;
  }
}

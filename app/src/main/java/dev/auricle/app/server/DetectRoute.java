package dev.auricle.app.server;

import dev.auricle.audio.SampleSource;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.detection.DetectionListener;
import dev.auricle.runtime.detection.DetectionStream;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.runtime.labels.LabelFormat;
import dev.auricle.runtime.labels.SoundEvents;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code POST /api/v1/detect}: what is heard when. JSON by default, with the probabilities behind
 * the events on request; or a label file of one sound in any of the formats.
 */
final class DetectRoute {
  static final Set<String> OPTIONS = Set.of("bundle", "name", "format", "curve");

  private static final int CHUNK = 1 << 14;

  /** A page draws no more; longer sounds get coarser curves. */
  private static final int MOST_CELLS = 4000;

  private final SoundRoute sounds;
  private final BundleFolder bundles;

  DetectRoute(SoundRoute sounds, BundleFolder bundles) {
    this.sounds = sounds;
    this.bundles = bundles;
  }

  void answer(Context request) {
    Query query = new Query(request, OPTIONS);
    String format = query.text("format");
    SoundRoute.Leasing leasing = () -> bundles.lease(query.text("bundle"));
    boolean curve = query.flag("curve");
    if (format == null || format.equals("json")) {
      sounds.answer(request, leasing, (lease, sound) -> heard(lease, sound, curve).members());
    } else {
      LabelFormat labels = LabelsRoute.format(format, "json, ");
      sounds.answerOne(
          request,
          leasing,
          (lease, sound) -> {
            Heard heard = heard(lease, sound, false);
            SoundEvents events =
                new SoundEvents(
                    sound.name(),
                    heard.seconds(),
                    sound.reader().info().sampleRate(),
                    heard.events());
            return LabelFiles.header(labels) + LabelFiles.body(events, labels);
          },
          text -> request.contentType("text/plain; charset=utf-8").result(text));
    }
  }

  private static Heard heard(ServedBundle.Lease lease, SoundRoute.OpenSound sound, boolean curve) {
    Heard heard = new Heard(lease.served().bundle().labels(), curve);
    SampleSource source = sound.deadline().over(sound.reader());
    int rate = sound.reader().sampleRate();
    try (DetectionStream stream = lease.detector().open(rate, heard)) {
      float[] chunk = new float[CHUNK];
      int count;
      while ((count = source.read(chunk, 0, CHUNK)) > 0) {
        stream.push(chunk, 0, count);
      }
      stream.finish();
      heard.seconds = stream.samples() / (double) rate;
    }
    heard.events.sort(Event.IN_TIME);
    return heard;
  }

  /** Gathers what a stream finds. */
  private static final class Heard implements DetectionListener {
    private final List<String> labels;
    private final boolean curve;
    private final List<Event> events = new ArrayList<>();
    private final List<float[]> cells = new ArrayList<>();
    private double seconds;
    private double cell;
    private int together = 1;
    private int pending;

    Heard(List<String> labels, boolean curve) {
      this.labels = labels;
      this.curve = curve;
    }

    double seconds() {
      return seconds;
    }

    List<Event> events() {
      return events;
    }

    @Override
    public void event(Event event) {
      events.add(event);
    }

    @Override
    public void heard(double start, double end, float[] probabilities) {
      if (!curve) {
        return;
      }
      if (cells.isEmpty()) {
        cell = end - start;
      }
      if (pending == 0) {
        cells.add(probabilities.clone());
      } else {
        float[] last = cells.get(cells.size() - 1);
        for (int i = 0; i < last.length; i++) {
          last[i] = Math.max(last[i], probabilities[i]);
        }
      }
      pending = (pending + 1) % together;
      if (cells.size() == MOST_CELLS && pending == 0) {
        halve();
      }
    }

    /** Joins neighbours, so that a sound of any length has a curve of bounded size. */
    private void halve() {
      for (int i = 0; 2 * i + 1 < cells.size(); i++) {
        float[] first = cells.get(2 * i);
        float[] second = cells.get(2 * i + 1);
        for (int k = 0; k < first.length; k++) {
          first[k] = Math.max(first[k], second[k]);
        }
        cells.set(i, first);
      }
      cells.subList(cells.size() / 2, cells.size()).clear();
      together *= 2;
    }

    Map<String, Object> members() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("seconds", seconds);
      map.put("events", events.stream().map(StreamMessages::event).toList());
      if (curve) {
        Map<String, Object> drawn = new LinkedHashMap<>();
        drawn.put("labels", labels);
        drawn.put("step", cell * together);
        drawn.put("probabilities", cells);
        map.put("curve", drawn);
      }
      return map;
    }
  }
}

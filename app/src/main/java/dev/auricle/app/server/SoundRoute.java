package dev.auricle.app.server;

import dev.auricle.audio.AudioReader;
import dev.auricle.audio.ReadOptions;
import dev.auricle.audio.TooLongException;
import dev.auricle.runtime.Bundle;
import dev.auricle.signal.AuricleException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What the routes that take sounds share: the body within its limits, a turn, a bundle, a deadline,
 * and an answer for each sound.
 */
final class SoundRoute {
  /** Which bundle answers. */
  @FunctionalInterface
  interface Leasing {
    /**
     * A use of it.
     *
     * @throws Problem if there is none such
     */
    ServedBundle.Lease lease();
  }

  /** What is done with one decoded sound. */
  @FunctionalInterface
  interface Work<T> {
    /** What is answered on this sound. */
    T apply(ServedBundle.Lease bundle, OpenSound sound);
  }

  /**
   * A sound that is being decoded.
   *
   * @param name as the client calls it
   * @param reader at the rate of the bundle
   * @param deadline until when its work may go on
   */
  record OpenSound(String name, AudioReader reader, Deadline deadline) {}

  private final Admission admission;
  private final ServerOptions.Limits limits;
  private final ServerMetrics metrics;

  SoundRoute(Admission admission, ServerOptions.Limits limits, ServerMetrics metrics) {
    this.admission = admission;
    this.limits = limits;
    this.metrics = metrics;
  }

  /**
   * Answers with {@code {"bundle": ..., "results": [...]}}, a result for each sound. A sound that
   * cannot be read is an error in its place; where it is the only one, the request fails.
   */
  void answer(Context request, Leasing leasing, Work<Map<String, Object>> work) {
    take(
        request,
        leasing,
        (bundle, uploads) -> {
          Deadline deadline = new Deadline(limits.computing());
          List<Object> results = new ArrayList<>();
          for (Upload upload : uploads) {
            results.add(one(bundle, upload, deadline, work, uploads.size() == 1));
            metrics.heard(bundle.served().id());
          }
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("bundle", bundle.served().id());
          answer.put("results", results);
          Replies.json(request, answer);
        });
  }

  /** Answers on one sound in a form of its own; several are refused. */
  <T> void answerOne(Context request, Leasing leasing, Work<T> work, Consumer<T> reply) {
    take(
        request,
        leasing,
        (bundle, uploads) -> {
          if (uploads.size() != 1) {
            throw Problem.badRequest(
                "this format holds one sound, the request "
                    + uploads.size()
                    + "; send each by itself, or take format=json");
          }
          T found = decoded(bundle, uploads.get(0), new Deadline(limits.computing()), work);
          metrics.heard(bundle.served().id());
          reply.accept(found);
        });
  }

  private void take(
      Context request, Leasing leasing, BiConsumer<ServedBundle.Lease, List<Upload>> work) {
    admission.refuseIfFull();
    // Before the body is read: a wrong name costs nobody an upload.
    leasing.lease().close();
    List<Upload> uploads;
    try (Admission.Turn ignored = admission.receive()) {
      uploads = Upload.of(request, limits.bytes());
    }
    try (Admission.Turn ignored = admission.enter();
        ServedBundle.Lease bundle = leasing.lease()) {
      work.accept(bundle, uploads);
    } finally {
      Upload.close(uploads);
    }
  }

  private Map<String, Object> one(
      ServedBundle.Lease bundle,
      Upload upload,
      Deadline deadline,
      Work<Map<String, Object>> work,
      boolean alone) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("file", upload.name());
    try {
      result.putAll(decoded(bundle, upload, deadline, work));
    } catch (Problem problem) {
      if (alone || problem.status() >= 500) {
        throw problem;
      }
      result.put("error", problem.members());
    }
    return result;
  }

  private <T> T decoded(ServedBundle.Lease lease, Upload upload, Deadline deadline, Work<T> work) {
    Bundle bundle = lease.classifier().bundle();
    ReadOptions options =
        ReadOptions.atRate(bundle.preparation().sampleRate()).atMost(limits.seconds());
    try (AudioReader reader = AudioReader.open(upload.file(), upload.name(), options)) {
      return work.apply(lease, new OpenSound(upload.name(), reader, deadline));
    } catch (TooLongException e) {
      throw Problem.tooLarge(String.valueOf(e.getMessage()));
    } catch (AuricleException e) {
      throw Problem.unreadable(String.valueOf(e.getMessage()));
    }
  }
}

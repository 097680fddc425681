package dev.auricle.learn.features;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.data.Damages;
import dev.auricle.learn.parallel.InOrder;
import dev.auricle.learn.training.TrainingContext.Progress;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Computes a corpus's features into one table, parallel over clips (or over one file's windows),
 * rows in the corpus's order.
 *
 * <p>A run that was stopped goes on where it was: beside the unfinished table lies a note of how
 * many rows are safe, and with which settings. Sounds that cannot be read are listed, not fatal.
 */
public final class FeatureExtraction {
  private static final int ROWS_PER_NOTE = 200;

  private final List<FeatureItem> items;
  private final FeaturePlan plan;
  private final Path out;
  private final Path part;
  private final Path note;

  private FeatureExtraction(List<FeatureItem> items, FeaturePlan plan, Path out) {
    this.items = items;
    this.plan = plan;
    this.out = out.toAbsolutePath();
    this.part = this.out.resolveSibling(out.getFileName() + ".part");
    this.note = this.out.resolveSibling(out.getFileName() + ".part.note");
  }

  /**
   * What came of it.
   *
   * @param rows in the table
   * @param resumed how many of them an earlier run had written
   * @param failures sounds left out, with the reason
   * @param damages sounds that were read now although something was wrong with them, with what
   */
  public record Summary(int rows, int resumed, List<String> failures, List<String> damages) {}

  /** A row, or the reason why there is none. */
  record Answer(@Nullable FeatureRow row, String failure, int item) {
    static Answer failed(String reason, int item) {
      return new Answer(null, reason, item);
    }
  }

  /**
   * Whether such features can be written there.
   *
   * @throws AuricleException if the name's ending says no form, or the form has no place for them
   */
  public static void check(Path out, FrontEnd frontEnd) {
    FeatureTable.check(out, frontEnd);
  }

  /**
   * Runs it.
   *
   * @param out {@code .csv}, {@code .parquet} or {@code .npy}
   * @param threads to use
   * @param progress hears how many sounds are done
   * @throws AuricleException if the sounds' features do not fit one table; nothing is left then
   */
  public static Summary run(
      List<FeatureItem> items, FeaturePlan plan, Path out, int threads, Progress progress) {
    FeatureExtraction extraction = new FeatureExtraction(items, plan, out);
    try {
      return extraction.run(threads, progress);
    } catch (AuricleException e) {
      // These settings cannot be gone on with, and others begin anew.
      extraction.discard();
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(out + " cannot be written", e);
    }
  }

  private Summary run(int threads, Progress progress) throws IOException {
    Files.createDirectories(out.getParent());
    Note resumed = Note.read(note, part, plan.words(), items.size());
    List<String> failures = new ArrayList<>(resumed.failures());
    int[] rows = {resumed.rows()};
    int[] answers = {resumed.answers()};
    Damages damages = new Damages();
    try (FeatureTable table = FeatureTable.open(out, part, resumed.position(), plan.frontEnd());
        AnswerSource source = AnswerSource.of(items, plan, resumed.answers(), damages)) {
      Iterator<Callable<Answer>> tasks = source;
      InOrder.run(
          tasks,
          threads,
          answer -> {
            try {
              answers[0]++;
              FeatureRow row = answer.row();
              if (row != null) {
                table.add(row);
                rows[0]++;
              } else {
                failures.add(answer.failure());
              }
              if (answers[0] % ROWS_PER_NOTE == 0) {
                table.flush();
                new Note(answers[0], rows[0], table.position(), failures)
                    .write(note, plan.words(), items.size());
              }
              progress.step(answer.item() + 1, items.size(), "");
            } catch (IOException e) {
              throw new UncheckedIOException(out + " cannot be written", e);
            }
          });
      table.finish();
    }
    Files.deleteIfExists(note);
    writeFailures(failures);
    return new Summary(rows[0], resumed.rows(), failures, damages.lines());
  }

  private void discard() {
    try {
      FeatureTable.discard(part);
      Files.deleteIfExists(note);
    } catch (IOException e) {
      throw new UncheckedIOException(part + " cannot be removed", e);
    }
  }

  private void writeFailures(List<String> failures) throws IOException {
    Path list = out.resolveSibling(out.getFileName() + ".failures.txt");
    if (failures.isEmpty()) {
      Files.deleteIfExists(list);
      return;
    }
    WholeFile.writeOrThrow(list, made -> Files.write(made, failures));
  }
}

package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.Audit;
import dev.auricle.data.audit.Findings;
import dev.auricle.learn.inspection.Inspection;
import dev.auricle.learn.report.InspectionPage;
import dev.auricle.learn.report.ReportOptions;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle inspect}: what is in a dataset, and what would flatter a score on it. */
@Command(
    name = "inspect",
    description = "Says what is in a dataset, what looks wrong, and how it may leak.",
    footer = {
      "",
      "A leak is a tested clip that the model has, in some form, been trained on: the",
      "same file, the same sound re-encoded or shifted, another part of the same",
      "recording. What counts as both sides is the protocol's business, so give the",
      "one you will judge by.",
      "",
      "A shortcut is a label that a small decision tree tells without listening, from",
      "duration, sample rate, bandwidth, noise floor, DC offset, peak, leading",
      "silence, channels or codec alone.",
      "",
      "Where the weights of mn04 are on this machine ('auricle weights get mn04'),",
      "clips that sound nearly the same, and labels that the nearest clips",
      "contradict, are named too.",
      "",
      "Example:",
      "  auricle inspect sounds/",
      "  auricle inspect ESC-50/ --protocol official --html esc50.html"
    })
final class InspectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DATA", description = "A folder of sounds, or a manifest.")
  private Path data = Path.of("");

  @Option(
      names = "--quick",
      description = "Decode nothing: counts, same bytes, same sources, overlapping stretches.")
  private boolean quick;

  @Option(
      names = "--shortcuts",
      description = "List what each cue tells of the labels, give-away or not.")
  private boolean everyCue;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write everything as one HTML file, with the clips of each leak to hear.")
  private @Nullable Path html;

  @Option(names = "--no-clips", description = "Put no sound into the HTML file.")
  private boolean noClips;

  @Mixin private DataOptions subset = new DataOptions();
  @Mixin private ProtocolOptions protocolOptions = new ProtocolOptions();
  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Dataset found = subset.open(data);
    Protocol protocol = protocol(found);
    Dataset dataset = protocol.warned(found);
    Path page = html;
    if (page != null) {
      Outputs.check(page, Outputs.read(data, dataset), Specs.commandLine(spec));
    }
    Findings findings = audit(dataset, protocol);
    List<String> warnings = new ArrayList<>(dataset.warnings());
    warnings.addAll(findings.damages());
    Inspection inspection = Inspection.of(dataset.withWarnings(warnings), protocol, findings);
    Neighbours neighbours = Neighbours.look(dataset, quick, options);
    if (options.json) {
      Map<String, Object> map = InspectJson.of(inspection);
      map.put("neighbours", neighbours.forPrograms());
      System.out.println(Json.pretty(map));
    } else {
      System.out.print(InspectText.of(inspection, everyCue) + neighbours.text());
    }
    if (page != null) {
      write(inspection, page);
    }
    int unreadable = findings.unreadable().size();
    return unreadable == 0 ? 0 : unreadable == dataset.examples().size() ? 1 : 3;
  }

  /** The one asked for, or the usual one; none where that cannot be met. */
  private Protocol protocol(Dataset dataset) {
    Protocol protocol = protocolOptions.resolve(dataset, options.seed);
    try {
      protocol.folds(dataset);
      return protocol;
    } catch (AuricleException e) {
      if (protocolOptions.named()) {
        throw e;
      }
      System.err.println("warning: " + e.getMessage() + "; looked at without sides of a split");
      return Protocol.of(Protocol.Kind.BUNDLE);
    }
  }

  private void write(Inspection inspection, Path page) {
    ReportOptions content =
        ReportOptions.titled(inspection.dataset().name())
            .withThreads(options.threads)
            .withProvenance(Map.of("Made on", LocalDate.now(ZoneId.systemDefault()).toString()));
    InspectionPage.write(inspection, page, noClips ? content.withoutClips() : content);
    if (!options.json) {
      System.out.println("page: " + page);
    }
  }

  private Findings audit(Dataset dataset, Protocol protocol) {
    if (quick) {
      return Audit.quick(dataset, protocol);
    }
    try (Progress progress = new Progress(options.quiet)) {
      return Audit.run(dataset, protocol, options.threads, new StageProgress(progress));
    }
  }

  /** Shows the audit's stages one after the other. */
  private static final class StageProgress implements Audit.Progress {
    private final Progress progress;
    private String stage = "";
    private TrainingContext.Progress shown = TrainingContext.Progress.NONE;

    StageProgress(Progress progress) {
      this.progress = progress;
    }

    @Override
    public synchronized void at(String name, int done, int total) {
      if (!name.equals(stage)) {
        stage = name;
        shown = progress.enter(name);
      }
      shown.step(done, total, "");
    }
  }
}

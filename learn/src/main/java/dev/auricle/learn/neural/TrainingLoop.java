package dev.auricle.learn.neural;

import dev.auricle.learn.training.EpochScore;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.network.Network;
import dev.auricle.network.Weights;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** Trains one network: epochs, steps, the learning curve, early stopping. */
final class TrainingLoop {
  /** Least time between two checkpoints: they are megabytes, epochs may be milliseconds. */
  private static final long CHECKPOINT_NANOS = 30_000_000_000L;

  private final TrainingSettings settings;
  private final TrainingContext context;
  private final Batches batches;
  private final Loss loss;
  private final @Nullable Clips validation;
  private final TorchNetwork network;
  private final FineTuning fineTuning;
  private final Optimizer optimizer;
  private final TrainingStep step;
  private final Averages averages;
  private final int epochs;
  private final long key;
  private final Plateau plateau = new Plateau();
  private final BestWeights best;
  private long written = System.nanoTime();
  private @Nullable Checkpoint last;
  private final List<EpochScore> curve = new ArrayList<>();

  /** Opens nothing of its own: native memory belongs to the caller's pointer scope. */
  TrainingLoop(
      TrainingSettings settings,
      TrainingContext context,
      Batches batches,
      int clips,
      Loss loss,
      @Nullable Clips validation,
      Network network,
      Weights start,
      FineTuning fineTuning,
      long key) {
    this.settings = settings;
    this.context = context;
    this.batches = batches;
    this.loss = loss;
    this.validation = validation;
    this.fineTuning = fineTuning;
    this.network = new TorchNetwork(network, start, fineTuning, context.device());
    optimizer = new Optimizer(this.network, settings);
    step = new TrainingStep(this.network, optimizer, loss, settings);
    averages = new Averages(this.network, settings.average());
    epochs = settings.epochs(clips);
    best = new BestWeights(settings.patience());
    this.key = key;
  }

  /**
   * Trains and gives back the weights to keep: the last, averaged or best ones. If it is
   * interrupted it gives back those of the last whole epoch.
   */
  Weights run() {
    resume();
    try (Ahead ahead = new Ahead(batches)) {
      run(ahead);
    }
    if (interrupted() && last != null) {
      write(last);
      averages.restore(last.averages());
      network.restore(last.averages());
    }
    Snapshot kept = best.snapshot();
    network.restore(kept == null ? averages.snapshot() : kept);
    return network.weights();
  }

  private void run(Ahead ahead) {
    for (int epoch = curve.size() + 1; epoch <= epochs && !best.exhausted(); epoch++) {
      Running train = epoch(epoch, ahead);
      if (interrupted()) {
        break;
      }
      plateau.hear(train.loss());
      Running check = check();
      curve.add(
          new EpochScore(epoch, train.loss(), train.accuracy(), check.loss(), check.accuracy()));
      if (validation != null && settings.patience() > 0) {
        best.offer(check.loss(), averages::snapshot);
      }
      keep(epoch);
      context.progress().step(epoch, epochs, line(epoch, train, check));
    }
  }

  /** True where training was ended before its time. */
  boolean interrupted() {
    return context.interruption().asked().getAsBoolean();
  }

  /** Keeps the state behind an epoch, and writes it unless what was written last is young. */
  private void keep(int epoch) {
    if (context.interruption().checkpoint() == null) {
      return;
    }
    last =
        new Checkpoint(
            key,
            optimizer.steps(),
            network.snapshot(),
            TorchNetwork.values(optimizer.first()),
            TorchNetwork.values(optimizer.second()),
            averages.snapshot(),
            best.snapshot(),
            best.loss(),
            best.waited(),
            List.copyOf(curve));
    if (epoch == epochs || System.nanoTime() - written > CHECKPOINT_NANOS) {
      write(last);
    }
  }

  private void write(Checkpoint checkpoint) {
    Path file = context.interruption().checkpoint();
    if (file != null) {
      written = System.nanoTime();
      checkpoint.write(file);
    }
  }

  private void resume() {
    Path file = context.interruption().checkpoint();
    Checkpoint found = file == null ? null : Checkpoint.read(file, key);
    if (found == null) {
      return;
    }
    network.restore(found.network());
    TorchNetwork.fill(optimizer.first(), found.first());
    TorchNetwork.fill(optimizer.second(), found.second());
    optimizer.resume(found.steps());
    averages.restore(found.averages());
    best.resume(found.bestLoss(), found.waited(), found.best());
    found.curve().forEach(score -> plateau.hear(score.trainLoss()));
    curve.addAll(found.curve());
    last = found;
  }

  List<EpochScore> curve() {
    return curve;
  }

  private Running epoch(int epoch, Ahead ahead) {
    int[] order = batches.order(epoch);
    Running running = new Running(loss.multiLabel(), loss.weights().length);
    int total = epochs * batches.count();
    for (int number = 0; number < batches.count() && !interrupted(); number++) {
      Batches.Batch batch = ahead.batch(epoch, number, order);
      double progress = ((epoch - 1) * (double) batches.count() + number) / total;
      double rate = rate(progress);
      network.learnAlone(progress < fineTuning.alone());
      long seed = Seeds.mix(context.seed(), 1, epoch, number);
      TrainingStep.Outcome found = step.run(batch.features(), batch.targets(), rate, seed);
      if (!Double.isFinite(found.loss())) {
        throw diverged(epoch, rate, batch);
      }
      running.add(found.loss(), found.scores(), batch.targets());
      averages.follow(optimizer.steps());
    }
    return running;
  }

  /** The learning rate after that share of all steps. */
  private double rate(double progress) {
    double rate = settings.rate() * settings.schedule().factor(progress, settings.warmUp());
    return settings.schedule() == Schedule.PLATEAU ? rate * plateau.factor() : rate;
  }

  /** Scores of the validation part, with the weights that would be kept now. */
  private Running check() {
    Running running = new Running(loss.multiLabel(), loss.weights().length);
    if (validation == null) {
      return running;
    }
    try (PointerScope scope = new PointerScope()) {
      averages.swap();
      for (int from = 0; from < validation.size(); from += settings.batch()) {
        int to = Math.min(validation.size(), from + settings.batch());
        checkBatch(validation, from, to, running);
      }
      averages.swap();
    }
    return running;
  }

  private void checkBatch(Clips clips, int from, int to, Running running) {
    int size = clips.shape().size();
    float[] features = new float[(to - from) * size];
    float[] targets = new float[(to - from) * clips.labels()];
    for (int i = from; i < to; i++) {
      System.arraycopy(clips.features(i), 0, features, (i - from) * size, size);
      float[] target = clips.target(i);
      System.arraycopy(target, 0, targets, (i - from) * target.length, target.length);
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor x = network.put(Tensor.create(features, clips.shape().after(to - from)));
      Tensor scores = network.forward(x, Mode.INFERENCE).detach();
      Tensor y = network.put(Tensor.create(targets, to - from, clips.labels()));
      Tensor mean = loss.of(scores, y);
      running.add(mean.item_float(), TorchNetwork.values(scores), targets);
    }
  }

  private AuricleException diverged(int epoch, double rate, Batches.Batch batch) {
    int clip = batch.firstWithoutNumber();
    if (clip >= 0) {
      return new AuricleException(
          "the features of training clip "
              + clip
              + " hold values that are not numbers; listen to it, or leave it out");
    }
    return new AuricleException(
        String.format(
            Locale.ROOT,
            "training broke down in epoch %d: the loss is not a number, at learning rate %.2g. "
                + "Lower 'rate' in the recipe's training section, or set 'clip' to 1",
            epoch,
            rate));
  }

  private String line(int epoch, Running train, Running check) {
    String line =
        String.format(
            Locale.ROOT,
            "loss %.3f, train %.3f, rate %.1e",
            train.loss(),
            train.accuracy(),
            rate((epoch - 1.0) / epochs));
    return validation == null
        ? line
        : line + String.format(Locale.ROOT, ", validation %.3f", check.accuracy());
  }
}

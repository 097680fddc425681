package dev.auricle.bench;

import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.signal.Resampler;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Features of a minute of sound at 22.05 kHz, and a minute at 44.1 kHz brought to 16 kHz, by one
 * thread. {@link FeatureTimes} times the same beside librosa and PyTorch.
 *
 * <p>{@code -prof gc} shows what is allocated: the result, and no more for longer sounds than that
 * grows. {@code -jvmArgsAppend -Dauricle.kernel=plain} does without the Vector API.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"--add-modules", "jdk.incubator.vector", "-Dauricle.kernel=vector"})
public class FeatureBench {
  private final float[] sound = BenchSounds.chords(60, 22_050);
  private final float[] compactDisc = BenchSounds.chords(60, 44_100);
  private final FrontEnd logMel64 = FrontEnds.preset("logmel-64");
  private final FrontEnd logMel128 = FrontEnds.preset("logmel-128");
  private final FrontEnd mfcc20 = FrontEnds.preset("mfcc-20");
  private final FrontEnd descriptors =
      FrontEnds.of(Map.of("preset", "descriptors", "dynamics", false));

  @Benchmark
  public Features logMel64() {
    return logMel64.compute(sound);
  }

  @Benchmark
  public Features logMel128() {
    return logMel128.compute(sound);
  }

  @Benchmark
  public Features mfcc20() {
    return mfcc20.compute(sound);
  }

  @Benchmark
  public Features descriptors() {
    return descriptors.compute(sound);
  }

  @Benchmark
  public float[] resample() {
    return Resampler.resample(compactDisc, 44_100, 16_000);
  }
}

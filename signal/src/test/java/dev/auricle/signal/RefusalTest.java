package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Story: what is no sound is refused, and the message says where it lies and what to do. */
class RefusalTest {
  static Stream<Arguments> readers() {
    Stft stft = Stft.of(512, 128);
    FilterBank bank = MelFilterBank.slaney(16000, 512, 20).filters();
    MelSpectrogram mel = MelSpectrogram.ofPower(stft, bank);
    return Stream.of(
        reader("stft", stft::complex),
        reader("power", stft::power),
        reader("mel", mel::compute),
        reader("mfcc", Mfcc.of(mel, 10)::compute),
        reader("chroma", Chroma.of(stft, 16000)::compute),
        reader("features", SpectralFeatures.of(mel, 16000)::compute),
        reader("zero crossings", x -> ZeroCrossingRate.compute(x, 512, 128)),
        reader("rms", x -> Rms.compute(x, 512, 128)),
        reader("onsets", x -> Onset.strength(x, 16000, stft)),
        reader("tempo", x -> Tempo.estimate(x, 16000)),
        reader("tuning", x -> Tuning.estimate(x, 16000)),
        reader("trim", x -> Silence.trim(x, 30, 512, 128)),
        reader("resample", x -> Resampler.resample(x, 16000, 8000)),
        reader("yamnet", YamnetMel::compute),
        reader("efficientat", EfficientAtMel::compute));
  }

  private static Arguments reader(String name, Consumer<float[]> reader) {
    return Arguments.of(name, reader);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  void whatIsNotANumberIsRefusedWithItsPlace(String name, Consumer<float[]> reader) {
    float[] x = Sounds.noise(20_000, 0.1, 1);
    x[1234] = Float.NaN;
    x[5678] = Float.POSITIVE_INFINITY;
    assertThatThrownBy(() -> reader.accept(x))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("is NaN")
        .hasMessageContaining("sample 1234")
        .hasMessageContaining("decode the file again");
  }

  @Test
  void aStreamCountsItsSamplesFromTheStart() {
    Resampler stream = new Resampler(44100, 16000);
    stream.process(Sounds.noise(1000, 0.1, 1));
    float[] chunk = Sounds.noise(100, 0.1, 2);
    chunk[7] = Float.NEGATIVE_INFINITY;
    assertThatThrownBy(() -> stream.process(chunk))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("sample 1007 is -Infinity");
  }

  @Test
  void whatIsTooShortIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> Stft.of(512, 128).withCentred(false).power(new float[300]))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("300 samples")
        .hasMessageContaining("512");
    assertThatThrownBy(() -> EfficientAtMel.compute(new float[400]))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("too short to be mirrored");
  }

  @Test
  void ratesTooFarApartAreRefused() {
    for (int[] rates : new int[][] {{1, 22_050}, {44_100, 1}, {Integer.MAX_VALUE, 16_000}}) {
      assertThatThrownBy(() -> Resampler.resample(new float[100], rates[0], rates[1]))
          .isInstanceOf(AuricleException.class)
          .hasMessageContaining(rates[0] + " and " + rates[1] + " Hz")
          .hasMessageContaining("at most 4096 times");
    }
  }

  @Test
  void whatWouldFillMoreThanMemoryIsRefused() {
    float[] x = new float[2_000_000];
    assertThatThrownBy(() -> Resampler.resample(x, 10, 22_050))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("becomes 4410000000 samples")
        .hasMessageContaining("check its rate");
    assertThatThrownBy(() -> new Resampler(10, 22_050).process(x))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("check its rate");
  }

  @Test
  void bandsBeyondHalfTheRateAreRefused() {
    Matrix magnitude = Stft.of(2048, 512).magnitude(Sounds.noise(8000, 0.1, 1));
    assertThatThrownBy(() -> SpectralContrast.DEFAULT.compute(magnitude, 8000))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("8000 Hz")
        .hasMessageContaining("fewer octaves");
  }
}

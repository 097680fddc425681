package dev.auricle.app;

import dev.auricle.audio.AudioReader;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;

/**
 * {@code auricle warm-up}: does a little of what commands do, so that the launcher can archive the
 * classes they load.
 */
@Command(name = "warm-up", hidden = true, description = "Loads what commands load.")
final class WarmUpCommand implements Runnable {
  private static final int RATE = 16_000;

  @Override
  public void run() {
    FrontEnd frontEnd = FrontEnds.preset("descriptors");
    try (AudioReader reader =
        AudioReader.open(new ByteArrayInputStream(silence()), "warm-up.wav", RATE)) {
      float[] buffer = new float[RATE];
      reader.read(buffer, 0, buffer.length);
      frontEnd.compute(buffer);
    }
    Json.line(FrontEnds.describe(frontEnd));
    System.out.println(Classifier.class.getName() + Bundle.class.getName());
  }

  /** A second of silence as a WAV file. */
  private static byte[] silence() {
    int bytes = 2 * RATE;
    ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return wav.array();
  }
}

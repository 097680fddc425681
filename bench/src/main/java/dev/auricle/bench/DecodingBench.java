package dev.auricle.bench;

import dev.auricle.audio.AudioFormat;
import dev.auricle.audio.AudioReader;
import dev.auricle.audio.AudioWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How many times faster than real time sounds are decoded, and decoded and resampled to 16 kHz
 * mono, by one thread. Prints a Markdown table.
 *
 * <p>Arguments: sound files to measure. Without any, three minutes of stereo at 44.1 kHz are made
 * in each common coding, by the {@code ffmpeg} program on the PATH. Times are the thread's
 * processor time, the best of {@value #ROUNDS} rounds.
 */
public final class DecodingBench {
  private static final int ROUNDS = 7;
  private static final int SECONDS = 180;
  private static final int RATE = 44_100;

  private DecodingBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 0) {
      print(Stream.of(arguments).map(Path::of).toList());
      return;
    }
    Path folder = Files.createTempDirectory("auricle-decoding");
    try {
      print(make(folder));
    } finally {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void print(List<Path> files) {
    System.out.println("| file | coded as | kB/s | decode | and resample to 16 kHz |");
    System.out.println("|---|---|---|---|---|");
    for (Path file : files) {
      double seconds = AudioReader.read(file, AudioReader.NATIVE_RATE).seconds();
      double decode = best(file, AudioReader.NATIVE_RATE);
      double both = best(file, 16_000);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.0f | %,.0f x | %,.0f x |%n",
          file.getFileName(),
          AudioReader.probe(file).codec(),
          file.toFile().length() / 1000.0 / seconds,
          seconds / decode,
          seconds / both);
    }
  }

  /** Processor seconds of the fastest round. */
  private static double best(Path file, int sampleRate) {
    float[] buffer = new float[1 << 16];
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      try (AudioReader reader = AudioReader.open(file, sampleRate)) {
        while (reader.read(buffer, 0, buffer.length) > 0) {
          // Reading is all there is to measure.
        }
      }
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      best = Math.min(best, (end - start) / 1e9);
    }
    return best;
  }

  private static List<Path> make(Path folder) throws IOException, InterruptedException {
    Path mono = folder.resolve("mono.wav");
    try (AudioWriter writer = AudioWriter.open(mono, AudioFormat.WAV_16, RATE)) {
      float[] second = new float[RATE];
      Random random = new Random(1);
      for (int s = 0; s < SECONDS; s++) {
        chord(second, s, random);
        writer.write(second, 0, RATE);
      }
      writer.finish();
    }
    // Two channels that differ, so that no coder saves one of them.
    String[] stereo = {"-af", "pan=stereo|c0=c0|c1=c0,aphaser=speed=0.3,extrastereo"};
    String[][] codings = {
      {"tone.wav", "pcm_s16le"},
      {"tone.flac", "flac"},
      {"tone.ogg", "libvorbis", "-q:a", "4"},
      {"tone.mp3", "libmp3lame", "-b:a", "128k"},
      {"tone.m4a", "aac", "-b:a", "128k"},
      {"tone.opus", "libopus", "-b:a", "96k"},
    };
    List<Path> files = new ArrayList<>();
    for (String[] coding : codings) {
      Path file = folder.resolve(coding[0]);
      List<String> command =
          new ArrayList<>(List.of("ffmpeg", "-v", "error", "-i", mono.toString()));
      command.addAll(List.of(stereo));
      command.addAll(List.of("-c:a", coding[1]));
      command.addAll(List.of(coding).subList(2, coding.length));
      command.add(file.toString());
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IOException("ffmpeg could not make " + file);
      }
      files.add(file);
    }
    return files;
  }

  /** A second of four harmonic tones that fade, over some noise: neither silence nor hiss. */
  private static void chord(float[] into, int number, Random random) {
    double[] pitches = {110, 165, 220, 277.2, 330, 440, 554.4, 660};
    int first = number % 5;
    for (int i = 0; i < into.length; i++) {
      double t = i / (double) RATE;
      double sum = 0.02 * random.nextGaussian();
      for (int k = 0; k < 4; k++) {
        double pitch = pitches[first + k];
        for (int h = 1; h <= 8; h++) {
          sum += 0.08 / h * Math.exp(-2 * h * t) * Math.sin(2 * Math.PI * h * pitch * t);
        }
      }
      into[i] = (float) Math.max(-1, Math.min(1, sum));
    }
  }
}

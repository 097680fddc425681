package dev.auricle.network.store;

import dev.auricle.signal.AuricleException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files that the published networks are filled from. Lengths and checksums are those of files
 * that we had in hand, or (mn10, resnet18) as several projects that pin the same address state
 * them, resnet18's beginning in its publisher's file name too. Where none is known, what comes is
 * known by its length on the server and by its tensors alone.
 */
public final class WeightFiles {
  private static final String EFFICIENT_AT =
      "https://github.com/fschmid56/EfficientAT/releases/download/v0.0.1/";
  private static final String SCHMID =
      "Schmid, Koutini, Widmer: Efficient large-scale audio tagging via Transformer-to-CNN"
          + " knowledge distillation, ICASSP 2023";

  private static final List<WeightFile> ALL =
      List.of(
          efficientAt(
              "mn04",
              "mn04_as_mAP_432.pt",
              384,
              4_066_513,
              "899a8c6217063f6941793102a2780b3dd788ab11fce468d9cf5f0577c453321c"),
          efficientAt("mn05", "mn05_as_mAP_443.pt", 480, -1, null),
          efficientAt(
              "mn10",
              "mn10_as_mAP_471.pt",
              960,
              19_708_753,
              "0bd7dc2443af498c289a2e739f02ebb515d6aa3fd3ab9db539c86123ae368a4e"),
          efficientAt("mn20", "mn20_as_mAP_478.pt", 1920, -1, null),
          new WeightFile(
              "yamnet",
              "YAMNet (int8): AudioSet, 521 labels, embedding of 1024 every 0.48 s",
              "lite-model_yamnet_classification_tflite_1.tflite",
              List.of(
                  URI.create(
                      "https://storage.googleapis.com/tfhub-lite-models/google/lite-model/yamnet/"
                          + "classification/tflite/1.tflite"),
                  URI.create(
                      "https://tfhub.dev/google/lite-model/yamnet/classification/tflite/1"
                          + "?lite-format=tflite")),
              null,
              4_126_810,
              "10c95ea3eb9a7bb4cb8bddf6feb023250381008177ac162ce169694d05c317de",
              "Apache-2.0",
              "Plakal, Ellis (Google), tensorflow/models, research/audioset/yamnet"),
          new WeightFile(
              "mobilenet-v1",
              "MobileNet v1 1.0 224: ImageNet, 1001 labels, embedding of 1024",
              "mobilenet_v1_1.0_224.tflite",
              List.of(
                  URI.create(
                      "https://storage.googleapis.com/download.tensorflow.org/models/"
                          + "mobilenet_v1_2018_08_02/mobilenet_v1_1.0_224.tgz")),
              "mobilenet_v1_1.0_224.tflite",
              16_900_960,
              "fdace547b17907fa22821f4898f2af49dce7787fe688ad7c5d8d0220f3781c65",
              "Apache-2.0",
              "Howard et al. (Google): MobileNets, 2017"),
          new WeightFile(
              "resnet18",
              "ResNet-18 (torchvision): ImageNet, 1000 labels, embedding of 512",
              "resnet18-f37072fd.pth",
              List.of(URI.create("https://download.pytorch.org/models/resnet18-f37072fd.pth")),
              null,
              46_830_571,
              "f37072fd47e89c5e827621c5baffa7500819f7896bbacec160b1a16c560e07ec",
              "BSD-3-Clause",
              "He et al.: Deep residual learning for image recognition, 2016; torchvision"));

  private WeightFiles() {}

  private static WeightFile efficientAt(
      String name, String file, int embedding, long bytes, @Nullable String sha256) {
    return new WeightFile(
        name,
        "EfficientAT " + name + "_as: AudioSet, 527 labels, embedding of " + embedding,
        file,
        List.of(URI.create(EFFICIENT_AT + file)),
        null,
        bytes,
        sha256,
        "MIT",
        SCHMID);
  }

  /** All of them, in the order to show them. */
  public static List<WeightFile> all() {
    return ALL;
  }

  /**
   * The file that fills a network.
   *
   * @throws AuricleException if there is none, naming those there are
   */
  public static WeightFile named(String name) {
    return ALL.stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AuricleException(
                    "there are no published weights called "
                        + name
                        + "; there are "
                        + ALL.stream().map(WeightFile::name).collect(Collectors.joining(", "))));
  }
}

package dev.auricle.network.published;

import dev.auricle.signal.AuricleException;
import java.util.List;

/** The published networks that there are descriptions of. */
public final class PublishedNetworks {
  /** Classes of AudioSet that EfficientAT scores. */
  private static final int AUDIOSET = 527;

  /** 10 s, as they were trained on. Weights fit any length, so this matters for counts alone. */
  private static final int TEN_SECONDS = 1000;

  private static final List<String> NAMES =
      List.of("mn04", "mn05", "mn10", "mn20", "yamnet", "mobilenet-v1", "resnet18");

  private PublishedNetworks() {}

  /** Names that {@link #named} knows. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The network of that name.
   *
   * @throws AuricleException if there is none, naming those there are
   */
  public static PublishedNetwork named(String name) {
    return switch (name) {
      case "mn04" -> efficientAt(name, 0.4);
      case "mn05" -> efficientAt(name, 0.5);
      case "mn10" -> efficientAt(name, 1);
      case "mn20" -> efficientAt(name, 2);
      case "yamnet" -> MobileNet.yamnet(name);
      case "mobilenet-v1" -> MobileNet.image(name);
      case "resnet18" -> ResNet.network(name);
      default ->
          throw new AuricleException(
              "there is no published network " + name + "; there are " + String.join(", ", NAMES));
    };
  }

  private static PublishedNetwork efficientAt(String name, double width) {
    return EfficientAt.network(name, width, AUDIOSET, TEN_SECONDS);
  }
}

package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.network.Network;
import dev.auricle.network.Shape;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Property: the networks of the built-in recipes, at lengths that users have. */
class BuiltInNetworksTest {

  static List<String> recipes() {
    return Recipes.names().stream().filter(BuiltInNetworksTest::isNeural).toList();
  }

  private static boolean isNeural(String recipe) {
    return NeuralTrainer.in(Recipes.load(recipe).trainer()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void libtorchAndOnnxRuntimeAgree(String recipe) throws Exception {
    LayersAgreeTest.check(network(recipe, 0.6), 3);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void shortAndLongClipsGiveANetwork(String recipe) {
    for (double seconds : new double[] {0.25, 1, 5}) {
      assertThat(network(recipe, seconds).output()).isEqualTo(Shape.of(10));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cnn, 200000",
    "crnn, 500000",
    "cnn-large, 1500000",
    "resnet, 3000000",
    "cnn-waveform, 500000"
  })
  void theyAreAsSmallAsTheirPagesSay(String recipe, long most) {
    assertThat(network(recipe, 1).trainedNumbers()).isLessThan(most);
  }

  private static Network network(String name, double seconds) {
    Recipe recipe = Recipes.load(name);
    int samples = (int) (seconds * recipe.frontEnd().sampleRate());
    Shape shape = Shape.of(recipe.frontEnd().shape(samples));
    return NeuralTrainer.in(recipe.trainer()).orElseThrow().network(shape, 10);
  }
}

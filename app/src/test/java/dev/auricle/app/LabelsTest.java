package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Story: labels are given in a row parted by commas, and some hold commas themselves. */
class LabelsTest {
  private static final Set<String> KNOWN =
      Set.of("Rain", "Music", "Male speech, man speaking", "Dogs", "Dogs, cats, birds");

  @Test
  void theLongestLabelThatIsKnownIsMeant() {
    assertThat(joined("Rain,Male speech, man speaking,Music"))
        .containsExactly("Rain", "Male speech, man speaking", "Music");
    assertThat(joined("Dogs, cats, birds,Dogs")).containsExactly("Dogs, cats, birds", "Dogs");
    assertThat(joined("Dogs,Rain, Music")).containsExactly("Dogs", "Rain", "Music");
    assertThat(joined("Dogs, cats")).containsExactly("Dogs", "cats");
  }

  @Test
  void anUnknownLabelIsAnsweredByTheNearestAndAFew() {
    List<String> many = IntStream.range(0, 527).mapToObj(i -> "class number " + i).toList();
    assertThat(Labels.unknown("rain", List.of("Music", "Rain")))
        .isEqualTo("rain; did you mean 'Rain'? It knows Music, Rain");
    assertThat(Labels.unknown("birds", many))
        .startsWith("birds; it knows class number 0, ")
        .endsWith("class number 9 and 517 more");
  }

  private static Set<String> joined(String words) {
    return Labels.joined(List.of(words.split(",")), KNOWN::contains);
  }
}

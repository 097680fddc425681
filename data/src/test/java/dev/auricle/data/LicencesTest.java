package dev.auricle.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: what a dataset says of its terms is shown, and nothing is made up. */
class LicencesTest {
  @TempDir Path root;

  private Dataset dataset(String manifest) throws IOException {
    Files.write(root.resolve("a.wav"), new byte[44]);
    Files.write(root.resolve("b.wav"), new byte[44]);
    Files.writeString(root.resolve("manifest.csv"), manifest);
    return Layouts.open(root);
  }

  @Test
  void aColumnAndAFileAreShown() throws IOException {
    Files.writeString(root.resolve("LICENSE"), "\n  Creative Commons Attribution 4.0\nmore\n");
    Files.write(root.resolve("COPYING.bin"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(Licences.of(dataset("path,label,License\na.wav,x,CC0\nb.wav,y,CC0\n")))
        .containsExactly(
            "CC0 (2 clips)", "COPYING.bin", "LICENSE: Creative Commons Attribution 4.0");
  }

  @Test
  void whereNothingIsSaidNothingIsShown() throws IOException {
    assertThat(Licences.of(dataset("path,label\na.wav,x\nb.wav,y\n"))).isEmpty();
  }
}

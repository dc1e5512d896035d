package ruff.stdlib.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.policy.Policy;
import ruff.stdlib.Natives;

class ImageChangesTest {
  @TempDir private Path folder;
  private Natives natives;

  @BeforeEach
  void start() {
    natives = new Natives(folder);
  }

  private ImageValue load(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
    return (ImageValue) natives.call("load_image", name);
  }

  /** A picture of 4 channels with all kinds of runs, small steps and jumps. */
  private static ImageValue patterned(int width, int height, int channels) {
    Picture picture = Picture.blank(width, height, channels);
    for (int i = 0; i < picture.samples().length; i++) {
      int pixel = i / channels;
      int value = pixel % 97 < 40 ? 7 : pixel * (pixel % 5 + 1) + i % channels * 60;
      picture.samples()[i] = (byte) value;
    }
    return new ImageValue(picture, "png");
  }

  private Picture saved(ImageValue image, String name) {
    assertThat(natives.callMethod(image, "save", name)).isEqualTo(true);
    return ((ImageValue) natives.call("load_image", name)).picture();
  }

  @ParameterizedTest
  @CsvSource({
    "png, 1", "png, 2", "png, 3", "png, 4", "bmp, 1", "bmp, 3", "bmp, 4", "tif, 1", "tif, 3",
    "tif, 4", "tga, 1", "tga, 3", "tga, 4", "qoi, 3", "qoi, 4", "webp, 3", "webp, 4", "ico, 4",
    "pam, 1", "pam, 2", "pam, 3", "pam, 4", "ppm, 3", "pgm, 1", "pnm, 1", "pnm, 3"
  })
  void whatIsSavedLoadsBackUnchanged(String extension, int channels) {
    ImageValue image = patterned(151, 67, channels);
    Picture back = saved(image, "a." + extension);
    assertThat(back.channels()).isEqualTo(channels);
    assertThat(back.samples()).isEqualTo(image.picture().samples());
  }

  @ParameterizedTest
  @ValueSource(strings = {"webp", "qoi", "tga", "tiff", "bmp", "gif", "png", "ico"})
  void picturesOfOnePixelToo(String extension) {
    Picture picture = new Picture(1, 1, 3, new byte[] {1, (byte) 200, 30});
    Picture back = saved(new ImageValue(picture, "png"), "a." + extension);
    assertThat(back.withChannels(3).samples()).isEqualTo(picture.samples());
  }

  /** The JDK reads what it did not write: a second opinion about our own BMP writer. */
  @Test
  void anotherReaderAgrees() throws IOException {
    ImageValue image = patterned(5, 3, 3);
    natives.callMethod(image, "save", "a.bmp");
    BufferedImage read =
        ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("a.bmp"))));
    Picture picture = image.picture();
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 5; x++) {
        int colour = picture.at(x, y, 0) << 16 | picture.at(x, y, 1) << 8 | picture.at(x, y, 2);
        assertThat(read.getRGB(x, y) & 0xFFFFFF).isEqualTo(colour);
      }
    }
  }

  @Test
  void gifKeepsPicturesOfFewColoursAndClearPixels() {
    Picture picture = Picture.blank(16, 16, 4);
    for (int i = 0; i < picture.samples().length; i += 4) {
      picture.samples()[i] = (byte) i;
      picture.samples()[i + 1] = (byte) (i / 4);
      picture.samples()[i + 3] = (byte) (i % 12 == 0 ? 90 : 180);
    }
    Picture back = saved(new ImageValue(picture, "png"), "a.gif");
    for (int i = 0; i < picture.samples().length; i += 4) {
      if (i % 12 == 0) {
        assertThat(back.samples()[i + 3]).isZero();
      } else {
        assertThat(back.samples()[i]).isEqualTo(picture.samples()[i]);
        assertThat(back.samples()[i + 1]).isEqualTo(picture.samples()[i + 1]);
        assertThat(back.samples()[i + 3]).isEqualTo((byte) 255);
      }
    }
  }

  @Test
  void jpegDropsAlphaAndStaysClose() {
    Picture picture = Picture.blank(32, 32, 4);
    for (int i = 0; i < picture.samples().length; i++) {
      picture.samples()[i] = (byte) (i % 4 == 3 ? 9 : 100 + i / 128);
    }
    Picture back = saved(new ImageValue(picture, "png"), "a.jpg");
    assertThat(back.channels()).isEqualTo(3);
    for (int i = 0; i < 32 * 32; i++) {
      int difference = (back.samples()[i * 3] & 0xFF) - (picture.samples()[i * 4] & 0xFF);
      assertThat(Math.abs(difference)).isLessThan(8);
    }
  }

  @Test
  void anyMapsAreWrittenInTheFormOfTheirExtension() throws IOException {
    ImageValue image = patterned(3, 3, 3);
    String[][] forms = {{"ppm", "P6"}, {"pgm", "P5"}, {"pbm", "P4"}, {"pam", "P7"}, {"pnm", "P6"}};
    for (String[] form : forms) {
      natives.callMethod(image, "save", "a." + form[0]);
      byte[] bytes = Files.readAllBytes(folder.resolve("a." + form[0]));
      assertThat(new String(bytes, 0, 2, StandardCharsets.US_ASCII)).isEqualTo(form[1]);
    }
    natives.callMethod(natives.callMethod(image, "to_grayscale"), "save", "a.pnm");
    assertThat(Files.readAllBytes(folder.resolve("a.pnm"))).startsWith('P', '5');
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10, fit, 10, 5",
    "10, 10, exact, 10, 10",
    "3, 100, fit, 3, 2",
    "1, 1, fit, 1, 1",
    "4.9, 2.9, fit, 4, 2"
  })
  void sizesOfResizedPictures(double width, double height, String mode, int w, int h)
      throws IOException {
    ImageValue image = load("a.ppm", "P3 4 2 255 " + "7 8 9 ".repeat(8));
    ImageValue result = (ImageValue) natives.callMethod(image, "resize", width, height, mode);
    assertThat(result.display()).isEqualTo("<image " + w + "x" + h + ">");
    assertThat(result.picture().at(w - 1, h - 1, 1)).isEqualTo(8);
    assertThat(result.field("format")).isEqualTo("ppm");
  }

  @Test
  void flatAreasStayFlat() throws IOException {
    ImageValue image = load("a.ppm", "P3 40 30 255 " + "9 99 199 ".repeat(1200));
    for (Object result :
        new Object[] {
          natives.callMethod(image, "resize", 7, 93),
          natives.callMethod(image, "blur", 0.4),
          natives.callMethod(image, "blur", 3),
          natives.callMethod(image, "blur", 1e-200),
          natives.callMethod(image, "blur", 1e300)
        }) {
      byte[] samples = ((ImageValue) result).picture().samples();
      for (int i = 0; i < samples.length; i += 3) {
        assertThat(samples[i]).isEqualTo((byte) 9);
        assertThat(samples[i + 1]).isEqualTo((byte) 99);
        assertThat(samples[i + 2]).isEqualTo((byte) 199);
      }
    }
  }

  /** The weights of the Lanczos curve for half the size, as its formula gives them. */
  @Test
  void resizingWeighsByTheLanczosCurve() throws IOException {
    StringBuilder text = new StringBuilder("P2 16 1 255");
    for (int i = 0; i < 16; i++) {
      text.append(' ').append(i < 8 ? 0 : 255);
    }
    Picture half =
        ((ImageValue) natives.callMethod(load("a.pgm", text.toString()), "resize", 8, 1)).picture();
    double sum = 0;
    double light = 0;
    for (int i = 0; i < 16; i++) {
      double distance = (i + 0.5 - 9) / 2;
      if (Math.abs(distance) < 3) {
        double angle = Math.PI * distance;
        double weight = 3 * Math.sin(angle) * Math.sin(angle / 3) / (angle * angle);
        sum += weight;
        light += i < 8 ? 0 : weight * 255;
      }
    }
    int wanted = (int) Math.min(255, Math.round(light / sum));
    assertThat(half.at(4, 0, 0)).isCloseTo(wanted, org.assertj.core.data.Offset.offset(1));
    assertThat(half.at(0, 0, 0)).isLessThan(3);
    assertThat(half.at(7, 0, 0)).isGreaterThan(252);
  }

  @Test
  void aBlurSpreadsAPointEvenly() throws IOException {
    int[] points = new int[81];
    points[40] = 255;
    StringBuilder text = new StringBuilder("P2 9 9 255");
    for (int point : points) {
      text.append(' ').append(point);
    }
    Picture soft =
        ((ImageValue) natives.callMethod(load("a.pgm", text.toString()), "blur", 1)).picture();
    assertThat(soft.at(4, 4, 0)).isBetween(38, 46);
    assertThat(soft.at(3, 4, 0)).isEqualTo(soft.at(4, 3, 0)).isEqualTo(soft.at(5, 4, 0));
    assertThat(soft.at(3, 4, 0)).isBetween(22, 28);
    assertThat(soft.at(0, 0, 0)).isZero();
  }

  @Test
  void grayWeighsColoursByTheirBrightness() throws IOException {
    ImageValue image = load("a.ppm", "P3 3 1 255 255 0 0 0 255 0 0 0 255");
    Picture gray = ((ImageValue) natives.callMethod(image, "to_grayscale")).picture();
    assertThat(gray.channels()).isEqualTo(1);
    assertThat(gray.samples()).containsExactly(54, 182, 18);
  }

  @Test
  void changesOfColourKeepAlpha() {
    Picture picture = new Picture(1, 1, 4, new byte[] {100, (byte) 250, 5, 77});
    ImageValue image = new ImageValue(picture, "png");
    assertThat(((ImageValue) natives.callMethod(image, "adjust_brightness", 0.21)).picture())
        .satisfies(result -> assertThat(result.samples()).containsExactly(110, (byte) 255, 15, 77));
    // ((120/100)^2 = 1.44: (100/255 - 0.5) * 1.44 + 0.5 is 87.9 of 255.
    assertThat(((ImageValue) natives.callMethod(image, "adjust_contrast", 20)).picture())
        .satisfies(result -> assertThat(result.samples()).containsExactly(87, (byte) 255, 0, 77));
    assertThat(((ImageValue) natives.callMethod(image, "to_grayscale")).picture().channels())
        .isEqualTo(2);
  }

  @Test
  void refusedChanges() throws IOException {
    ImageValue image = load("a.ppm", "P3 1 1 255 1 2 3");
    assertThat(failure(image, "resize", 0, 5))
        .isEqualTo("resize width and height must be at least 1");
    assertThat(failure(image, "resize", 1e9, 1e9))
        .isEqualTo("resize result exceeds the maximum image size (536870912 bytes)");
    assertThat(failure(image, "crop", 1, 0, 1, 1)).isEqualTo("crop region is outside the image");
    assertThat(failure(image, "crop", 0, 0, 0.9, 1)).isEqualTo("crop region is outside the image");
    assertThat(failure(image, "blur", 0)).isEqualTo("blur sigma must be positive");
    assertThat(failure(image, "blur", -1)).isEqualTo("blur sigma must be positive");
    assertThat(failure(image, "blur", Double.NaN)).isEqualTo("blur sigma must be positive");
    assertThat(failure(image, "rotate", 45))
        .isEqualTo("rotate only supports 90, 180, or 270 degrees");
    ImageValue wide = patterned(257, 1, 3);
    assertThat(failure(wide, "save", "a.ico")).startsWith("Failed to save image: ");
    assertThat(folder.resolve("a.ico")).doesNotExist();
  }

  private String failure(ImageValue image, String name, Object... arguments) {
    try {
      return "no error but " + natives.callMethod(image, name, arguments);
    } catch (ruff.value.RuffError error) {
      return error.getMessage();
    }
  }

  @Test
  void furtherArgumentsAreIgnoredAndNumbersTruncated() throws IOException {
    ImageValue image = load("a.ppm", "P3 2 1 255 1 2 3 4 5 6");
    ImageValue turned = (ImageValue) natives.callMethod(image, "rotate", 90.9, "more");
    assertThat(turned.display()).isEqualTo("<image 1x2>");
    ImageValue part = (ImageValue) natives.callMethod(image, "crop", -5, 0, 1.9, 7, null);
    assertThat(part.picture().samples()).containsExactly(1, 2, 3);
  }

  @Test
  void savingNeedsTheRightToWrite() throws IOException {
    ImageValue image = load("a.ppm", "P3 1 1 255 1 2 3");
    Natives untrusted = new Natives(folder, Policy.untrusted());
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> untrusted.callMethod(image, "save", "b.png"))
        .hasMessage(
            "Capability denied: filesystem-write required for save; rerun with --allow-fs-write");
    assertThat(folder.resolve("b.png")).doesNotExist();
  }
}

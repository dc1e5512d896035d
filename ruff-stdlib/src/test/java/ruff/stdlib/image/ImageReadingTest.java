package ruff.stdlib.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.stdlib.Natives;
import ruff.value.HandleValue;

/** Reads files that other programs wrote; {@code make_samples.py} tells how. */
class ImageReadingTest {
  private static final int WIDTH = 23;
  private static final int HEIGHT = 17;

  @TempDir private Path folder;
  private Natives natives;

  @BeforeEach
  void start() {
    natives = new Natives(folder);
  }

  private Picture read(String name) throws IOException {
    try (InputStream sample = ImageReadingTest.class.getResourceAsStream(name)) {
      Files.write(folder.resolve(name), sample.readAllBytes());
    }
    return ((ImageValue) natives.call("load_image", name)).picture();
  }

  private static Picture colours(int channels) {
    Picture picture = Picture.blank(WIDTH, HEIGHT, channels);
    int to = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int[] pixel = {x * 11, y * 15, x * y * 3, x * 20 + y * 3};
        for (int i = 0; i < channels; i++) {
          picture.samples()[to++] = (byte) pixel[i];
        }
      }
    }
    return picture;
  }

  private static void assertSame(Picture picture, Picture wanted) {
    assertThat(picture.channels()).isEqualTo(wanted.channels());
    assertThat(picture.width()).isEqualTo(wanted.width());
    assertThat(picture.height()).isEqualTo(wanted.height());
    assertThat(picture.samples()).isEqualTo(wanted.samples());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb.png",
        "rgb.bmp",
        "rgb.tga",
        "rgb-bottom.tga",
        "rgb.qoi",
        "rgb.ppm",
        "rgb-lzw.tif",
        "rgb-deflate.tif",
        "rgb-packbits.tiff",
        "rgb-inks.tif",
        "rgb.webp"
      })
  void colours(String name) throws IOException {
    assertSame(read(name), colours(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgba.png", "rgba.tga", "rgba.qoi", "rgba.tiff", "rgba.webp"})
  void coloursWithAlpha(String name) throws IOException {
    assertSame(read(name), colours(4));
  }

  @Test
  void theFirstFrameOfAnAnimation() throws IOException {
    assertSame(read("rgb-animated.webp").withChannels(3), colours(3));
    assertSame(read("few-animated.gif"), read("few.png"));
  }

  /** Other programs round the brightness of a colour, so it may differ by one. */
  @Test
  void shadesOfGray() throws IOException {
    Picture gray = read("gray.png");
    assertThat(gray.channels()).isEqualTo(1);
    int light = (299 * 242 + 587 * 240 + 114 * (22 * 16 * 3 % 256)) / 1000;
    assertThat(gray.at(22, 16, 0)).isCloseTo(light, org.assertj.core.data.Offset.offset(1));
  }

  @ParameterizedTest
  @CsvSource({
    "gray.bmp, gray.png",
    "gray.pgm, gray.png",
    "gray.tga, gray.png",
    "gray.tiff, gray.png",
    "gray-deep.png, gray.png",
    "gray-deep.tiff, gray.png",
    "grayalpha.tga, grayalpha.png",
    "grayalpha.tiff, grayalpha.png",
    "few.bmp, few.png",
    "few.gif, few.png",
    "few-interlaced.gif, few.png",
    "few.tga, few.png",
    "clear.gif, clear.png",
    "bits.bmp, bits.png",
    "bits.tif, bits.png",
    "bits-fax.tif, bits.png",
    "square.ico, square.png",
    "square-bitmap.ico, square.png"
  })
  void formatsAgree(String name, String other) throws IOException {
    assertSame(read(name), read(other));
  }

  @Test
  void bitmapsOfOneBit() throws IOException {
    assertSame(read("bits.pbm"), read("bits.png").withChannels(1));
  }

  @Test
  void palettesKeepTheirColoursAndTheirTransparency() throws IOException {
    Picture few = read("few.png");
    Picture clear = read("clear.png");
    assertThat(few.channels()).isEqualTo(3);
    assertThat(clear.channels()).isEqualTo(4);
    boolean some = false;
    for (int i = 0; i < clear.samples().length; i += 4) {
      some |= clear.samples()[i + 3] == 0;
    }
    assertThat(some).isTrue();
    assertSame(clear.withChannels(3), few);
  }

  @ParameterizedTest
  @CsvSource({
    "lossy.jpg, 3, 3",
    "lossy-progressive.jpeg, 3, 3",
    "lossy-inks.jpg, 3, 3",
    "lossy.webp, 3, 13",
    "lossy-alpha.webp, 4, 13"
  })
  void lossyFormatsComeClose(String name, int channels, double difference) throws IOException {
    Picture picture = read(name);
    assertThat(picture.channels()).isEqualTo(channels);
    Picture wanted = colours(channels);
    long sum = 0;
    for (int i = 0; i < wanted.samples().length; i++) {
      sum += Math.abs((picture.samples()[i] & 0xFF) - (wanted.samples()[i] & 0xFF));
    }
    assertThat((double) sum / wanted.samples().length).isLessThan(difference);
  }

  @Test
  void aFrameLiesOnItsScreen() throws IOException {
    Picture picture = read("part.gif");
    assertThat(picture.width()).isEqualTo(4);
    assertThat(picture.height()).isEqualTo(4);
    assertThat(pixel(picture, 0, 0)).containsExactly(0, 0, 0, 0);
    assertThat(pixel(picture, 1, 1)).containsExactly(0, 255, 0, 255);
    assertThat(pixel(picture, 2, 1)).containsExactly(255, 0, 0, 255);
    assertThat(pixel(picture, 3, 2)).containsExactly(0, 0, 0, 0);
  }

  private static int[] pixel(Picture picture, int x, int y) {
    int[] pixel = new int[picture.channels()];
    for (int i = 0; i < pixel.length; i++) {
      pixel[i] = picture.at(x, y, i);
    }
    return pixel;
  }

  /** Cut files and files with any byte changed are refused or give some picture, never more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb.png",
        "few.gif",
        "rgb.bmp",
        "rgb-lzw.tif",
        "rgb.tga",
        "rgb.qoi",
        "rgb.ppm",
        "lossy.jpg",
        "lossy.webp",
        "rgb.webp",
        "rgb-animated.webp",
        "square.ico",
        "square-bitmap.ico",
        "bits.pbm"
      })
  void damagedFilesAreErrorsOfTheProgram(String name) throws IOException {
    byte[] whole;
    try (InputStream sample = ImageReadingTest.class.getResourceAsStream(name)) {
      whole = sample.readAllBytes();
    }
    String damaged = "damaged." + ImageFormat.extension(name);
    for (int at = 0; at < whole.length; at += 1 + whole.length / 60) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) 0xFF;
      Files.write(folder.resolve(damaged), changed);
      expectPictureOrError(damaged);
      Files.write(folder.resolve(damaged), Arrays.copyOf(whole, at));
      expectPictureOrError(damaged);
    }
  }

  private void expectPictureOrError(String name) {
    String answer = natives.message("load_image", name);
    assertThat(answer)
        .matches(
            text ->
                text.startsWith("Cannot load image '" + name + "': ")
                    || text.startsWith("no error but <image "));
  }

  @Test
  void statedSizesAreNotBelieved() throws IOException {
    Files.writeString(folder.resolve("large.ppm"), "P6\n100000 100000\n255\n");
    Files.writeString(folder.resolve("empty.ppm"), "P6\n0 5\n255\n");
    assertThat(natives.message("load_image", "large.ppm"))
        .isEqualTo("Cannot load image 'large.ppm': Memory limit exceeded");
    assertThat(natives.message("load_image", "empty.ppm"))
        .isEqualTo("Cannot load image 'empty.ppm': the picture is empty");
  }

  @Test
  void theFormatIsTheExtensionInLowerCase() throws IOException {
    try (InputStream sample = ImageReadingTest.class.getResourceAsStream("rgb.png")) {
      Files.write(folder.resolve("A.PNG"), sample.readAllBytes());
    }
    HandleValue image = (HandleValue) natives.call("load_image", "A.PNG");
    assertThat(image.field("format")).isEqualTo("png");
    assertThat(image.field("width")).isEqualTo(23L);
    assertThat(image.field("height")).isEqualTo(17L);
    assertThat(image.display()).isEqualTo("<image 23x17>");
  }

  @Test
  void formatsThatAreNotSupported() throws IOException {
    for (String name : new String[] {"a.exr", "a.XyZ", "a"}) {
      Files.writeString(folder.resolve(name), "what ever");
    }
    assertThat(natives.message("load_image", "a.exr"))
        .isEqualTo("Cannot load image 'a.exr': The image format OpenExr is not supported");
    assertThat(natives.message("load_image", "a.XyZ"))
        .isEqualTo(
            "Cannot load image 'a.XyZ': The file extension `.\"XyZ\"` was not recognized as an"
                + " image format");
    assertThat(natives.message("load_image", "a"))
        .isEqualTo("Cannot load image 'a': The image format could not be determined");
  }
}

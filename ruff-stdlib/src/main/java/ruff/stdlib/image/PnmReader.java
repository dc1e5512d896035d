package ruff.stdlib.image;

/** Reads files of the portable any-map family: P1 to P7. */
final class PnmReader {
  private static final int LARGEST_SAMPLE = 65_535;

  /** How much of a wrong word a message repeats. */
  private static final int LONGEST_SHOWN = 20;

  private final ByteReader in;

  PnmReader(byte[] bytes) {
    this.in = new ByteReader(bytes);
  }

  Picture read() throws InvalidImage {
    if (!in.passes("P")) {
      throw invalid("no any-map file");
    }
    int kind = in.byteValue();
    return switch (kind) {
      case '1', '4' -> bits(kind == '1');
      case '2', '5' -> samples(1, kind == '2');
      case '3', '6' -> samples(3, kind == '3');
      case '7' -> any();
      default -> throw invalid("no any-map file");
    };
  }

  private static InvalidImage invalid(String reason) {
    return new InvalidImage("Format error decoding PNM: " + reason);
  }

  private Picture bits(boolean ascii) throws InvalidImage {
    int width = number();
    int height = number();
    Picture.check(width, height, 1);
    Picture picture = Picture.blank(width, height, 1);
    if (!ascii) {
      in.skip(1);
    }
    for (int y = 0; y < height; y++) {
      int packed = 0;
      for (int x = 0; x < width; x++) {
        if (!ascii && x % 8 == 0) {
          packed = in.byteValue();
        }
        boolean dark = ascii ? bit() : (packed & 0x80 >> x % 8) != 0;
        picture.samples()[y * width + x] = (byte) (dark ? 0 : 0xFF);
      }
    }
    return picture;
  }

  private boolean bit() throws InvalidImage {
    int digit = afterSpace();
    if (digit != '0' && digit != '1') {
      throw invalid("a bit is expected");
    }
    return digit == '1';
  }

  private Picture samples(int channels, boolean ascii) throws InvalidImage {
    int width = number();
    int height = number();
    int largest = largest(number());
    if (!ascii) {
      in.skip(1);
    }
    return samples(width, height, channels, largest, ascii);
  }

  private static int largest(int stated) throws InvalidImage {
    if (stated < 1 || stated > LARGEST_SAMPLE) {
      throw invalid("the largest sample must be from 1 to 65535");
    }
    return stated;
  }

  private Picture samples(int width, int height, int channels, int largest, boolean ascii)
      throws InvalidImage {
    Picture.check(width, height, channels);
    Picture picture = Picture.blank(width, height, channels);
    byte[] samples = picture.samples();
    for (int i = 0; i < samples.length; i++) {
      int sample;
      if (ascii) {
        sample = number();
      } else {
        sample = in.byteValue();
        sample = largest > 255 ? sample << 8 | in.byteValue() : sample;
      }
      if (sample > largest) {
        throw invalid("a sample is larger than the largest one");
      }
      samples[i] = (byte) ((sample * 255L + largest / 2) / largest);
    }
    return picture;
  }

  private Picture any() throws InvalidImage {
    int width = 0;
    int height = 0;
    int depth = 0;
    int largest = 0;
    for (String key = word(); !key.equals("ENDHDR"); key = word()) {
      switch (key) {
        case "WIDTH" -> width = number();
        case "HEIGHT" -> height = number();
        case "DEPTH" -> depth = number();
        case "MAXVAL" -> largest = largest(number());
        case "TUPLTYPE" -> word();
        default -> throw invalid("unknown header line " + key);
      }
    }
    in.skip(1);
    if (depth < 1 || depth > 4 || largest == 0) {
      throw invalid("the header is incomplete");
    }
    return samples(width, height, depth, largest, false);
  }

  /** The next character that is no white space and in no comment. */
  private int afterSpace() throws InvalidImage {
    int next = in.byteValue();
    while (next <= ' ' || next == '#') {
      if (next == '#') {
        while (next != '\n') {
          next = in.byteValue();
        }
      }
      next = in.byteValue();
    }
    return next;
  }

  /** The next word; the character behind it stays. */
  private String word() throws InvalidImage {
    StringBuilder word = new StringBuilder();
    int next = afterSpace();
    while (next > ' ') {
      word.append((char) next);
      if (in.isAtEnd()) {
        return word.toString();
      }
      next = in.byteValue();
    }
    in.moveTo(in.at() - 1L);
    return word.toString();
  }

  private int number() throws InvalidImage {
    String word = word();
    boolean digits = !word.isEmpty() && word.length() <= 9;
    for (int i = 0; i < word.length(); i++) {
      digits &= word.charAt(i) >= '0' && word.charAt(i) <= '9';
    }
    if (!digits) {
      String shown =
          word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) + "..." : word;
      throw invalid("a number is expected where '" + shown + "' stands");
    }
    return Integer.parseInt(word);
  }
}

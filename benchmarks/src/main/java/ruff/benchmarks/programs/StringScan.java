package ruff.benchmarks.programs;

/** The program {@code string_scan} as Java programmers write it. */
public final class StringScan {
  private StringScan() {}

  /** The result for the size. */
  public static long run(int n) {
    String unit = "Pack 42 boxes, then ship 7 to Oslo; the rest wait! ";
    String text = unit.repeat(n / unit.length() + 1);
    int size = text.length();
    long vowels = 0, digits = 0, words = 0;
    boolean inWord = false;
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u') vowels++;
      if (c >= '0' && c <= '9') digits++;
      if (c == ' ') {
        inWord = false;
      } else if (!inWord) {
        inWord = true;
        words++;
      }
    }
    long semis = 0;
    for (int i = 0; i < size; i++) if (text.charAt(i) == ';') semis++;
    return vowels * 1000 + digits * 100 + words * 10 + semis;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("string_scan " + run(n));
  }
}

package ruff.conformance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** What the examples of the library's reference page find around them, as its head says. */
final class LibraryFixture {
  private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] THREE_BYTES = {1, 2, 3};
  private static final byte[] PICTURE = "P6\n2 1\n255\nabcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern FILES = Pattern.compile("\\.[a-z]{2,3}\"|\"sub|\"empty");
  private static final KeyPair KEYS = keys();

  private LibraryFixture() {}

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError(missing);
    }
  }

  /** Whether a program may use the files. */
  static boolean needsFiles(String program) {
    return FILES.matcher(program).find();
  }

  /** Puts the files into a folder. */
  static void fill(Path folder) throws IOException {
    Files.writeString(folder.resolve("abc.txt"), "abc");
    Files.writeString(folder.resolve("two.txt"), "a\nb\n");
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/x.txt"), "x");
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("gone.txt"), "gone");
    Files.writeString(folder.resolve("mv.txt"), "mv");
    Files.write(folder.resolve("rw.bin"), THREE_BYTES);
    Files.write(folder.resolve("tr.bin"), THREE_BYTES);
    Files.write(folder.resolve("p.ppm"), PICTURE);
    try (OutputStream out = Files.newOutputStream(folder.resolve("pack.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("abc.txt"));
      zip.write(ABC);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("abc.gz"));
        OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(ABC);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("pack.tar"));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry("abc.txt");
      entry.setSize(ABC.length);
      tar.putArchiveEntry(entry);
      tar.write(ABC);
      tar.closeArchiveEntry();
    }
  }

  /** The environment of the programs. */
  static Map<String, String> environment() {
    return Map.of("RH_T", "42", "RH_B", "true", "PATH", System.getenv("PATH"));
  }

  /** Statements that make the variables which a program mentions. */
  static String variables(String program) {
    StringBuilder text = new StringBuilder();
    define(text, program, "pub", "\"" + pem("PUBLIC", KEYS.getPublic().getEncoded()) + "\"");
    define(text, program, "priv", "\"" + pem("PRIVATE", KEYS.getPrivate().getEncoded()) + "\"");
    define(text, program, "claims", "{\"sub\": \"u1\"}");
    define(text, program, "base", "\"" + NetworkFixture.base() + "\"");
    define(text, program, "port", Integer.toString(NetworkFixture.port()));
    if (mentions(program, "listener")) {
      define(text, program, "listener", NetworkFixture.listener());
    }
    if (mentions(program, "mailbox")) {
      define(text, program, "mailbox", NetworkFixture.mailbox());
    }
    return text.toString();
  }

  private static void define(StringBuilder text, String program, String name, String value) {
    if (mentions(program, name)) {
      text.append("let ").append(name).append(" := ").append(value).append('\n');
    }
  }

  private static boolean mentions(String program, String name) {
    return program.matches("(?s).*\\b" + name + "\\b.*");
  }

  private static String pem(String kind, byte[] key) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    String frame = "-----%s " + kind + " KEY-----";
    String text = frame.formatted("BEGIN") + "\n" + lines + "\n" + frame.formatted("END") + "\n";
    return text.replace("\n", "\\n");
  }
}

package ruff.serve.site;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ruff.serve.http.Status;

/** The path that a request asks for, or why it can be none. */
public sealed interface TargetPath {
  /**
   * A path that stays below the root.
   *
   * @param parts names of folders and at last of a file; no dots, no separators, none empty
   * @param folder whether it can only mean a folder, since it ends in a separator
   */
  record Inside(List<String> parts, boolean folder) implements TargetPath {}

  /** Not to be served, whatever is there. */
  record Refused(Status status) implements TargetPath {}

  /** Longest target that is looked at. */
  int MAX_TARGET = 4096;

  Refused MALFORMED = new Refused(Status.BAD_REQUEST);
  Refused FORBIDDEN = new Refused(Status.FORBIDDEN);
  Refused TOO_LONG = new Refused(Status.URI_TOO_LONG);

  /** The part of a target before its query, with the name of the server taken off. */
  static String pathOf(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    int scheme = schemeLength(path);
    if (scheme == 0) {
      return path;
    }
    int slash = path.indexOf('/', scheme);
    return slash < 0 ? "/" : path.substring(slash);
  }

  private static int schemeLength(String path) {
    if (path.regionMatches(true, 0, "http://", 0, 7)) {
      return 7;
    }
    return path.regionMatches(true, 0, "https://", 0, 8) ? 8 : 0;
  }

  /** Judges a target as it stands in a request. */
  static TargetPath parse(String target) {
    if (target.length() > MAX_TARGET) {
      return TOO_LONG;
    }
    if (target.indexOf('#') >= 0) {
      return MALFORMED;
    }
    String decoded = decode(pathOf(target));
    return decoded == null || decoded.indexOf('\0') >= 0 ? MALFORMED : split(decoded);
  }

  private static TargetPath split(String decoded) {
    List<String> parts = new ArrayList<>();
    String last = "";
    for (String part : decoded.replace('\\', '/').split("/", -1)) {
      last = part;
      if (part.equals("..") || (parts.isEmpty() && isDrive(part))) {
        return FORBIDDEN;
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    boolean folder = last.isEmpty() || last.equals(".");
    return PrivateNames.hide(parts) ? FORBIDDEN : new Inside(List.copyOf(parts), folder);
  }

  private static boolean isDrive(String part) {
    return part.length() >= 2 && part.charAt(1) == ':' && isLetter(part.charAt(0));
  }

  private static boolean isLetter(char character) {
    char lower = (char) (character | 0x20);
    return lower >= 'a' && lower <= 'z';
  }

  /** Replaces each percent sign and two digits by their byte, once; null when that is no text. */
  private static String decode(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    byte[] bytes = new byte[path.length()];
    int length = 0;
    for (int i = 0; i < path.length(); i++) {
      char character = path.charAt(i);
      if (character == '%') {
        int high = i + 2 < path.length() ? digit(path.charAt(i + 1)) : -1;
        int low = i + 2 < path.length() ? digit(path.charAt(i + 2)) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        bytes[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        bytes[length++] = (byte) character;
      }
    }
    try {
      ByteBuffer text = ByteBuffer.wrap(bytes, 0, length);
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  private static int digit(char character) {
    return character < 128 ? Character.digit(character, 16) : -1;
  }

  /** The target that means exactly these names. */
  static String encode(List<String> parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append('/');
      for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
        boolean plain =
            octet > 0 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
        if (plain) {
          text.append((char) octet);
        } else {
          text.append('%').append(hex(octet >> 4)).append(hex(octet));
        }
      }
    }
    return text.isEmpty() ? "/" : text.toString();
  }

  private static char hex(int half) {
    return "0123456789ABCDEF".charAt(half & 15);
  }
}

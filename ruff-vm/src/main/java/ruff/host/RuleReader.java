package ruff.host;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ruff.policy.Capability;
import ruff.policy.EndpointRule;
import ruff.policy.IpAddress;
import ruff.policy.NameRule;
import ruff.policy.PathRule;
import ruff.policy.ProgramRule;
import ruff.policy.Rule;
import ruff.policy.ServerRule;

/**
 * Reads the resources that options name. Paths and programs are found on the machine at this
 * moment, once: what links and the search path say later does not change what a rule means.
 */
public final class RuleReader {
  private static final int MAX_PORT = 65_535;

  private final Path directory;
  private final String searchPath;

  /**
   * @param directory what relative paths start from
   * @param environment tells where programs are
   */
  public RuleReader(Path directory, Environment environment) {
    this.directory = directory;
    this.searchPath = environment.get("PATH");
  }

  /**
   * The rules that a text stands for: one, but for names that a file and a server can have.
   *
   * @param denies whether the rule takes something away
   * @throws IllegalArgumentException with a reason for people, when the text names nothing
   */
  public List<Rule> read(Capability capability, String text, boolean denies) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an entry is empty");
    }
    return switch (capability) {
      case FILESYSTEM_READ, FILESYSTEM_WRITE, FILESYSTEM_DELETE -> List.of(files(text, denies));
      case PROCESS_EXEC -> List.of(program(text, denies));
      case ENV_READ, ENV_WRITE -> List.of(variable(text));
      case NETWORK_CLIENT, NETWORK_SERVER -> List.of(endpoint(text));
      case DATABASE -> databases(text, denies);
      case SHELL_EXEC, CLOCK, RANDOM ->
          throw new IllegalArgumentException("it cannot be limited to some resources");
    };
  }

  private PathRule files(String text, boolean denies) {
    try {
      String path = FileResource.canonical(directory.resolve(text));
      return denies ? denial(path) : new PathRule(path);
    } catch (InvalidPathException unusable) {
      throw new IllegalArgumentException("'" + text + "' is no path");
    }
  }

  /** A denial holds for all names of what it is about. */
  private static PathRule denial(String path) {
    Path denied = Path.of(path);
    Object identity = FileResource.identityToDeny(path);
    return new PathRule(
        path, identity, Files.isDirectory(denied) ? new FolderContents(denied) : null);
  }

  /** Databases of servers begin with two slashes, paths with one or a dot; the rest is either. */
  private List<Rule> databases(String text, boolean denies) {
    if (text.equals(DatabaseAccess.IN_MEMORY)) {
      return List.of(new NameRule(text));
    }
    if (text.startsWith("//")) {
      return List.of(server(text.substring(2)));
    }
    List<Rule> rules = new ArrayList<>();
    rules.add(files(text, denies));
    if (!text.startsWith("/") && !text.startsWith(".")) {
      try {
        rules.add(server(text));
      } catch (IllegalArgumentException noServer) {
        return rules;
      }
    }
    return rules;
  }

  /** {@code HOST}, {@code HOST:PORT} or {@code NETWORK/BITS}, perhaps with {@code /NAME}. */
  private static Rule server(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    String rest = slash < 0 ? "" : text.substring(slash + 1);
    String bits = rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'));
    if (host.matches("[0-9.]+|\\[[0-9a-fA-F:.]+") && bits.matches("[0-9]{1,3}\\]?(:[0-9]+)?")) {
      host += "/" + bits;
      rest = rest.substring(Math.min(rest.length(), bits.length() + 1));
    }
    return new ServerRule(endpoint(host), rest);
  }

  private Rule program(String text, boolean denies) {
    String anyOfName = denies ? text.substring(text.lastIndexOf('/') + 1) : null;
    try {
      Path program = ProgramSearch.find(text, searchPath, directory);
      return new ProgramRule(
          FileResource.canonicalLink(program), FileResource.canonical(program), anyOfName);
    } catch (IOException notFound) {
      if (denies) {
        return new ProgramRule(null, null, anyOfName);
      }
      throw new IllegalArgumentException("there is no program '" + text + "'");
    }
  }

  private static Rule variable(String text) {
    int star = text.indexOf('*');
    if (text.indexOf('=') >= 0 || star >= 0 && star < text.length() - 1) {
      throw new IllegalArgumentException("'" + text + "' is no name of a variable");
    }
    return new NameRule(text);
  }

  private static EndpointRule endpoint(String text) {
    String host = text;
    int port = 0;
    int colon = text.lastIndexOf(':');
    boolean bracketed = text.startsWith("[");
    if (colon >= 0 && (bracketed ? text.charAt(colon - 1) == ']' : text.indexOf(':') == colon)) {
      port = port(text.substring(colon + 1), text);
      host = text.substring(0, colon);
    }
    if (bracketed) {
      if (!host.endsWith("]")) {
        throw noHost(text);
      }
      host = host.substring(1, host.length() - 1);
    }
    int slash = host.indexOf('/');
    if (slash >= 0) {
      return network(text, host.substring(0, slash), host.substring(slash + 1), port);
    }
    IpAddress address = address(host);
    if (address != null) {
      return new EndpointRule(text, null, address, address.toBytes().length * Byte.SIZE, port);
    }
    return new EndpointRule(text, name(host, text), null, 0, port);
  }

  private static String name(String host, String text) {
    String name = EndpointRule.normal(host);
    String plain = name.startsWith("*.") ? name.substring(2) : name;
    boolean odd = plain.isEmpty() || !plain.matches("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");
    if (odd) {
      throw noHost(text);
    }
    return name.startsWith("*.") ? name.substring(1) : name;
  }

  private static IllegalArgumentException noHost(String text) {
    return new IllegalArgumentException("'" + text + "' is no host, network or *.domain");
  }

  private static int port(String digits, String text) {
    if (digits.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(digits);
      if (port > 0 && port <= MAX_PORT) {
        return port;
      }
    }
    throw new IllegalArgumentException("'" + text + "' has no port between 1 and 65535");
  }

  private static EndpointRule network(String text, String host, String bits, int port) {
    IpAddress address = address(host);
    if (address == null || !bits.matches("[0-9]{1,3}")) {
      throw noHost(text);
    }
    int prefix = Integer.parseInt(bits);
    if (prefix > address.toBytes().length * Byte.SIZE) {
      throw noHost(text);
    }
    return new EndpointRule(text, null, address, prefix, port);
  }

  /** The address that a text is, or null. Nothing is looked up. */
  private static IpAddress address(String text) {
    boolean numbers = text.matches("[0-9]+(\\.[0-9]+){3}") || text.indexOf(':') >= 0;
    if (numbers && text.matches("([0-9]+\\.)*0[0-9].*")) {
      // Java and the system do not agree on what begins with a zero.
      throw noHost(text);
    }
    try {
      return numbers ? IpAddress.of(InetAddress.ofLiteral(text).getAddress()) : null;
    } catch (IllegalArgumentException noAddress) {
      throw noHost(text);
    }
  }
}

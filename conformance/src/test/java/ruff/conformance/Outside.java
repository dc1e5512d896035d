package ruff.conformance;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;

/** What of the JDK reaches files, processes, the network, the clock or random sources. */
final class Outside {
  /** Types of otherwise forbidden packages that only hold or pass on data. */
  private static final Set<String> HARMLESS =
      Set.of(
          "java.io.BufferedInputStream",
          "java.io.BufferedOutputStream",
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.Closeable",
          "java.io.EOFException",
          "java.io.IOException",
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.Reader",
          "java.io.Serializable",
          "java.io.StringReader",
          "java.io.StringWriter",
          "java.io.UncheckedIOException",
          "java.io.Writer",
          "java.net.SocketTimeoutException",
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URLDecoder",
          "java.net.URLEncoder",
          "java.net.UnknownHostException",
          "java.nio.channels.SeekableByteChannel",
          "java.nio.file.InvalidPathException",
          "java.nio.file.Path");

  private static final Set<String> PACKAGES =
      Set.of("java.io", "java.net", "java.net.http", "java.nio.channels", "javax.net");

  private static final Set<String> FORBIDDEN =
      Set.of(
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.security.SecureRandom",
          "java.time.Clock",
          "java.util.Random",
          "java.util.concurrent.ThreadLocalRandom",
          "java.sql.DriverManager");

  /** Methods and fields of otherwise harmless types. */
  private static final Map<String, Set<String>> MEMBERS =
      Map.of(
          "java.lang.System",
          Set.of(
              "in",
              "out",
              "err",
              "console",
              "currentTimeMillis",
              "exit",
              "getenv",
              "getProperties",
              "getProperty",
              "nanoTime",
              "setProperty"),
          "java.lang.Runtime",
          Set.of("addShutdownHook", "exec", "exit", "halt"),
          "java.lang.Thread",
          Set.of("sleep"),
          "java.lang.Math",
          Set.of("random"),
          "java.util.UUID",
          Set.of("randomUUID"),
          "java.util.Collections",
          Set.of("shuffle"),
          "java.util.TimeZone",
          Set.of("getDefault"),
          "java.sql.Driver",
          Set.of("connect"),
          "java.time.ZoneId",
          Set.of("systemDefault"),
          "java.nio.file.Path",
          Set.of("register", "toAbsolutePath", "toFile", "toRealPath"));

  static final DescribedPredicate<JavaClass> TYPES =
      DescribedPredicate.describe("reach the outside", Outside::reachesOut);

  static final DescribedPredicate<JavaAccess<?>> ACCESSES =
      DescribedPredicate.describe("reaches the outside", Outside::reachesOut);

  private Outside() {}

  private static boolean reachesOut(JavaClass type) {
    String name = outermost(type.getFullName());
    String group = type.getPackageName();
    boolean forbiddenPackage = PACKAGES.contains(group) || group.startsWith("java.nio.file");
    return FORBIDDEN.contains(name) || (forbiddenPackage && !HARMLESS.contains(name));
  }

  private static boolean reachesOut(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    String member = access.getTarget().getName();
    boolean readsClock = owner.startsWith("java.time.") && member.equals("now");
    return readsClock || MEMBERS.getOrDefault(owner, Set.of()).contains(member);
  }

  private static String outermost(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}

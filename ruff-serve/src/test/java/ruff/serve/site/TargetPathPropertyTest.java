package ruff.serve.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a client writes, it stays below the root. */
class TargetPathPropertyTest {
  private static final Path ROOT = Path.of("/srv/site");

  @Provide
  Arbitrary<String> targets() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "..",
            ".",
            "/",
            "//",
            "\\",
            "%2e",
            "%2E%2e",
            "%2f",
            "%5c",
            "%00",
            "%",
            "%c0%ae",
            "a",
            "b.txt",
            ".env",
            "~",
            "C:",
            "?",
            "#",
            "%25",
            "%252e",
            ";",
            "+",
            "%ff",
            "http://x");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
        Arbitraries.strings().withCharRange('!', '~').ofMaxLength(40));
  }

  @Property(tries = 20_000)
  void neverLeavesTheRoot(@ForAll("targets") String target) {
    if (TargetPath.parse(target) instanceof TargetPath.Inside inside) {
      Path path = ROOT;
      for (String part : inside.parts()) {
        assertThat(part).isNotEmpty().isNotIn(".", "..").doesNotContain("/", "\\", "\0");
        assertThat(part).doesNotStartWith(".");
        path = path.resolve(part);
      }
      assertThat(path.normalize()).isEqualTo(path);
      assertThat(path.startsWith(ROOT)).isTrue();
    }
  }

  @Property(tries = 5000)
  void namesComeBackFromTheirTargets(@ForAll("names") List<String> names) {
    String target = TargetPath.encode(names);

    assertThat(target.getBytes(StandardCharsets.UTF_8).length).isEqualTo(target.length());
    assertThat(target).doesNotContain("?", "#", " ", "\"", "<");
    if (TargetPath.parse(target) instanceof TargetPath.Inside inside) {
      assertThat(inside.parts()).isEqualTo(names);
      assertThat(inside.folder()).isEqualTo(names.isEmpty());
    } else {
      assertThat(
              PrivateNames.hide(names)
                  || target.length() > TargetPath.MAX_TARGET
                  || names.getFirst().matches("(?s)[A-Za-z]:.*"))
          .isTrue();
    }
  }

  @Provide
  Arbitrary<List<String>> names() {
    Arbitrary<String> name =
        Arbitraries.strings()
            .all()
            .excludeChars('/', '\\', '\0')
            .ofMinLength(1)
            .ofMaxLength(8)
            .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
            .filter(text -> !text.startsWith("."));
    return name.list().ofMaxSize(4);
  }
}

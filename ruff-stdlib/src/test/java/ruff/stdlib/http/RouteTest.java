package ruff.stdlib.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.stdlib.Natives;
import ruff.value.Callable;
import ruff.value.Display;

class RouteTest {
  private static final Callable HANDLER = Natives.function(_ -> null);
  private static final List<Route> ROUTES =
      List.of(
          new Route("GET", "/items/:id", HANDLER),
          new Route("GET", "/items/fixed", HANDLER),
          new Route("post", "/items", HANDLER),
          new Route("GET", "/:a/:b/", HANDLER),
          new Route("GET", "/", HANDLER));

  @ParameterizedTest
  @CsvSource({
    "GET, /items/7, /items/:id",
    "GET, /items/, /items/:id",
    "GET, /items/fixed, /items/fixed",
    "HEAD, /items/fixed, /items/fixed",
    "POST, /items, /items",
    "post, /items, /items",
    "GET, /x/y/, /:a/:b/",
    "GET, /, /"
  })
  void theBestRouteIsFound(String method, String path, String found) {
    assertThat(Route.find(ROUTES, method, path).path()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"get, /", "POST, /", "GET, /items", "GET, /items/1/2", "HEAD, /items"})
  void otherRequestsHaveNone(String method, String path) {
    assertThat(Route.find(ROUTES, method, path)).isNull();
  }

  @Test
  void partsAreHandedOverAsTheyWere() {
    Route route = new Route("GET", "/a/:x/b/:y", HANDLER);

    assertThat(Display.text(route.parameters("/a/1%20/b/"))).isEqualTo("{\"x\": 1%20, \"y\": }");
    assertThat(route.parameters("/a/1/c/2")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "a=1&b=2, ~{\"a\": 1, \"b\": 2}~",
        "a=1&a=2, ~{\"a\": 2}~",
        "&&=x&a, ~{\"a\": }~",
        "a=b=c, ~{\"a\": b=c}~",
        "a=x+y%21, ~{\"a\": x y!}~",
        "%61=1, ~{\"a\": 1}~",
        "a=%zz, ~{\"a\": %zz}~",
        "a=%4, ~{\"a\": %4}~",
        "a=%ff, ~{\"a\": %ff}~",
        "a=%C3%A9, ~{\"a\": é}~",
        "~~, {}"
      })
  void pairsOfQueriesAreDecodedOnce(String query, String pairs) {
    assertThat(Display.text(QueryText.pairs(query, true))).isEqualTo(pairs);
  }

  @Test
  void undecodedPairsStayAsTheyWere() {
    assertThat(Display.text(QueryText.pairs("a=x+y%21", false))).isEqualTo("{\"a\": x+y%21}");
  }
}

package ruff.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which async functions are known to wait with nothing but their own frame on the stack. */
class WaitsTest {
  /** The names of the functions that need a thread; {@code <module>} when all do. */
  private static List<String> needThreads(String source) {
    return Compiled.of(source).functions().stream()
        .filter(function -> function.needsThread)
        .map(function -> function.name)
        .toList();
  }

  @Test
  void awaitingInOwnFrameNeedsNone() {
    assertThat(
            needThreads(
                """
                async func a(p) { return await p }
                async func b(p) { x := await a(p) return [await x, await a(x)] }
                await b(1)
                """))
        .isEmpty();
  }

  @Test
  void plainFunctionsThatWaitMatterToThoseWhoCallThemOnly() {
    assertThat(
            needThreads(
                """
                func deep(p) { return await p }
                func middle(p) { return deep(p) }
                async func calls(p) { return middle(p) }
                async func quiet(p) { return await calls(p) }
                func start() { await quiet(1) }
                start()
                """))
        .containsExactly("calls");
  }

  @Test
  void functionThatWaitsAndIsUsedAsValueMattersToAll() {
    assertThat(needThreads("func w(p) { return await p } async func a() {} f := w"))
        .containsExactly("<module>");
    assertThat(needThreads("func w(p) { return await p } async func a() {} sort_by([1], w)"))
        .containsExactly("<module>");
    assertThat(needThreads("func w(p) { return await p } 1 |> w")).containsExactly("<module>");
    assertThat(needThreads("export func w(p) { return await p }")).containsExactly("<module>");
  }

  @Test
  void soDoLambdasMethodsAndGenerators() {
    assertThat(needThreads("sort_by([1], func(x) { return await x })")).containsExactly("<module>");
    assertThat(needThreads("struct S { func m(self) { await 1 } }")).containsExactly("<module>");
    assertThat(needThreads("func* g() { yield await 1 }")).containsExactly("<module>");
  }

  @Test
  void callersOfFunctionThatMayBeReplacedAreNotEnough() {
    assertThat(needThreads("func w(p) { await p } async func a() { w(1) } w = w"))
        .contains("<module>");
  }

  @Test
  void receivingIsWaitingAlsoInAsyncFunctions() {
    assertThat(
            needThreads(
                """
                async func a(ch) { return ch.receive() }
                async func b(ch) { return await a(ch) }
                """))
        .containsExactly("a");
  }

  @Test
  void importsInFunctionsMayRunCodeThatWaits() {
    assertThat(needThreads("async func a() { import m }")).containsExactly("a");
    assertThat(needThreads("import m")).isEmpty();
  }

  @Test
  void theTopLevelAndSpawnedBlocksHoldNobodyUp() {
    assertThat(
            needThreads(
                """
                func w(p) { return await p }
                async func a() {}
                spawn { await a() w(1) PI.receive() }
                w(await a())
                """))
        .isEmpty();
  }
}

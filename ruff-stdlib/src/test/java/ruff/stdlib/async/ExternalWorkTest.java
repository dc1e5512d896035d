package ruff.stdlib.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruff.host.Host;
import ruff.interpreter.Background;
import ruff.interpreter.HotCode;
import ruff.interpreter.Machine;
import ruff.policy.DeniedException;
import ruff.policy.Policy;
import ruff.stdlib.StandardLibrary;
import ruff.task.ExternalWork;
import ruff.task.Isolate;
import ruff.task.PromiseValue;
import ruff.task.Scheduler;
import ruff.value.ArrayValue;
import ruff.value.RuffError;

/** Promises that threads outside of the program settle, as natives that block make them. */
@Timeout(60)
class ExternalWorkTest {
  private static final Background SILENT =
      new Background() {
        @Override
        public void failed(RuffError error) {}

        @Override
        public void exited(int status) {}
      };

  private final Isolate isolate = isolate();
  private final Scheduler scheduler = isolate.scheduler();

  private static Isolate isolate() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Host host = Host.inMemory("", nowhere, nowhere, Path.of("/"));
    Machine machine =
        new Machine(
            host, Policy.trusted(), new StandardLibrary(), List.of(), 10_000, SILENT, HotCode.NONE);
    return new Isolate(machine, null, Path.of("/"));
  }

  @BeforeEach
  void start() {
    isolate.machine().liveness().started(isolate);
    isolate.enter();
  }

  @AfterEach
  void end() {
    isolate.machine().liveness().ended(isolate);
    isolate.machine().liveness().shutDown();
  }

  private Object await(PromiseValue promise) {
    return scheduler.await(isolate.current(), promise);
  }

  @Test
  void theResultResolvesThePromise() {
    CountDownLatch started = new CountDownLatch(2);
    PromiseValue[] both = {
      ExternalWork.start(scheduler, part -> met(started, 1L)),
      ExternalWork.start(scheduler, part -> met(started, 2L))
    };
    assertThat(await(both[0])).isEqualTo(1L);
    assertThat(await(both[1])).isEqualTo(2L);
  }

  /** Returns only when two threads are here at the same time. */
  private static Object met(CountDownLatch started, Object result) {
    started.countDown();
    try {
      started.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return result;
  }

  @Test
  void errorsAndDenialsRejectIt() {
    PromiseValue failed =
        ExternalWork.start(
            scheduler,
            part -> {
              throw new RuffError("no such file");
            });
    PromiseValue denied =
        ExternalWork.start(
            scheduler,
            part -> {
              throw new DeniedException("denied");
            });
    assertThatThrownBy(() -> await(failed)).hasMessage("Promise rejected: no such file");
    assertThatThrownBy(() -> await(denied)).hasMessage("Promise rejected: denied");
  }

  @Test
  void nobodyCountsAsStuckWhileWorkIsGoingOn() {
    CountDownLatch go = new CountDownLatch(1);
    PromiseValue late = ExternalWork.start(scheduler, part -> met(go, 3L));
    PromiseValue never = scheduler.promise();
    PromiseValue soon = scheduler.after(5, 4L);
    assertThat(await(soon)).isEqualTo(4L);
    go.countDown();
    assertThat(await(late)).isEqualTo(3L);
    assertThatThrownBy(() -> await(never)).hasMessageStartingWith("Scheduler timed out after");
  }

  @Test
  void partsRunSeveralAtATimeAndGiveAnArrayInTheirOrder() {
    CountDownLatch started = new CountDownLatch(2);
    PromiseValue all =
        ExternalWork.startAll(
            scheduler, 4, 2, part -> part < 2 ? met(started, (long) part) : (Object) (long) part);
    assertThat(((ArrayValue) await(all)).toObjects()).containsExactly(0L, 1L, 2L, 3L);
    PromiseValue none = ExternalWork.startAll(scheduler, 0, 2, part -> part);
    assertThat(((ArrayValue) await(none)).size).isZero();
  }

  @Test
  void afterAFailureNoFurtherPartIsBegun() {
    AtomicInteger begun = new AtomicInteger();
    PromiseValue failed =
        ExternalWork.startAll(
            scheduler,
            100,
            1,
            part -> {
              begun.incrementAndGet();
              throw new RuffError("part " + part);
            });
    assertThatThrownBy(() -> await(failed)).hasMessage("Promise rejected: part 0");
    assertThat(begun).hasValue(1);
  }

  @Test
  void defectsRejectToo() {
    PromiseValue broken =
        ExternalWork.start(
            scheduler,
            part -> {
              throw new StackOverflowError();
            });
    assertThatThrownBy(() -> await(broken)).hasMessageContaining("StackOverflowError");
  }
}

package ruff.stdlib.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruff.natives.CancelSignal;

@Timeout(20)
class CostlyComparisonTest {
  @Test
  void answersAndFailuresComeBack() {
    assertThat(CostlyComparison.run(() -> true)).isTrue();
    assertThat(CostlyComparison.run(() -> false)).isFalse();
    assertThatThrownBy(
            () ->
                CostlyComparison.run(
                    () -> {
                      throw new IllegalArgumentException("x");
                    }))
        .hasRootCauseMessage("x");
    assertThat(CostlyComparison.run(() -> true)).isTrue();
  }

  @Test
  void whoHasToEndDoesNotWaitAndTheNextOneStartsWhenItIsOver() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    AtomicReference<Throwable> ended = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    CostlyComparison.run(
                        () -> {
                          begun.countDown();
                          return over.await(15, TimeUnit.SECONDS);
                        });
                  } catch (CancelSignal signal) {
                    ended.set(signal);
                  }
                });
    begun.await();
    caller.interrupt();
    caller.join();
    assertThat(ended.get()).isInstanceOf(CancelSignal.class);

    CountDownLatch next = new CountDownLatch(1);
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () ->
                    CostlyComparison.run(
                        () -> {
                          next.countDown();
                          return true;
                        }));
    assertThat(next.await(50, TimeUnit.MILLISECONDS)).isFalse();
    over.countDown();
    waiting.join();
    assertThat(next.getCount()).isZero();
  }
}

package ruff.stdlib.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels: order, waiting, and the null that those get for whom nothing can come. */
@Timeout(60)
class ChannelTest {
  @Test
  void valuesComeInTheOrderOfSendingNullIncluded() {
    assertThat(
            Script.lines(
                """
                ch := channel()
                print(ch.send(1), ch.send(null), ch.send([2]))
                print(ch.receive(), ch.receive(), ch.receive(), ch.receive())
                """))
        .containsExactly("true true true", "1 null [2] null");
  }

  @Test
  void asyncFunctionMayReceiveBeforeAnythingIsSent() {
    assertThat(
            Script.lines(
                """
                ch := channel()
                async func consume(n) { got := [] for i in range(n) { got = push(got, ch.receive()) } return got }
                job := consume(3)
                for i in range(3) { ch.send(i) print("sent", i) }
                print(await job)
                """))
        .containsExactly("sent 0", "sent 1", "sent 2", "[0, 1, 2]");
  }

  @Test
  void receiversOfOneIsolateAreServedInTheOrderInWhichTheyBeganToWait() {
    assertThat(
            Script.lines(
                """
                ch := channel()
                async func take(name) { return name + to_string(ch.receive()) }
                jobs := [take("a"), take("b"), take("c")]
                for i in range(3) { ch.send(i) }
                print(await promise_all(jobs))
                """))
        .containsExactly("[a0, b1, c2]");
  }

  @Test
  void whenAllAreStuckTheOneThatWaitsLongestGetsNullAndMayServeTheOthers() {
    assertThat(
            Script.lines(
                """
                ch := channel()
                async func take(name) {
                  v := ch.receive()
                  print(name, v)
                  if v == null { ch.send("from " + name) }
                }
                a := take("a")
                b := take("b")
                await promise_all([a, b])
                print(ch.receive())
                """))
        .containsExactly("a null", "b from a", "null");
  }

  @Test
  void workersWhoseProducersAreGoneGetNullAndStop() {
    assertThat(
            Script.lines(
                """
                jobs := channel()
                done := channel()
                for w in range(3) {
                  spawn {
                    n := 0
                    loop {
                      job := jobs.receive()
                      if job == null { break }
                      n = n + job
                    }
                    done.send(n)
                  }
                }
                for i in range(10) { jobs.send(i) }
                sleep(50)
                print(done.receive() + done.receive() + done.receive())
                """))
        .containsExactly("45");
  }

  @Test
  void someoneWhoSleepsOrAwaitsMayStillSend() {
    assertThat(
            Script.lines(
                """
                ch := channel()
                spawn { sleep(10) ch.send("slept") }
                print(ch.receive())
                async func later() { await async_sleep(10) ch.send("timer") }
                later()
                print(ch.receive())
                t := async_sleep(20)
                spawn { await t ch.send("timer of another") }
                print(ch.receive())
                spawn { spawn { sleep(5) ch.send("grandchild") } }
                print(ch.receive(), ch.receive())
                """))
        .containsExactly("slept", "timer", "timer of another", "grandchild null");
  }

  @Test
  void timerThatNobodyWaitsForBringsNothing() {
    assertThat(
            Script.of("async_sleep(60000) print(channel().receive())").patience(5000).run().lines())
        .containsExactly("null");
  }

  @Test
  void nullForTheOneWhoWaitsLongestSetsTheOthersFree() {
    assertThat(
            Script.lines(
                """
                a := channel()
                b := channel()
                out := channel()
                spawn { v := a.receive() b.send("from first") out.send(["first", v]) }
                spawn { sleep(20) v := b.receive() out.send(["second", v]) }
                sleep(60)
                print(sort([to_string(out.receive()), to_string(out.receive())]), out.receive())
                """))
        .containsExactly("[[first, null], [second, from first]] null");
  }

  @Test
  void sentValueIsACopyAlsoOfWhatFunctionsCaptured() {
    assertThat(
            Script.lines(
                """
                func counter() { n := 0 return {"inc": func() { n = n + 1 return n }, "get": func() { return n }} }
                ch := channel()
                out := channel()
                xs := [1, [2]]
                c := counter()
                spawn {
                  v := ch.receive()
                  inc := ch.receive()
                  changed := v
                  changed[1][0] = 9
                  out.send([v, changed, inc(), inc()])
                }
                ch.send(xs)
                xs[0] = 7
                c["inc"]()
                ch.send(c["inc"])
                c["inc"]()
                print(out.receive(), xs, c["get"]())
                """))
        .containsExactly("[[1, [2]], [1, [9]], 2, 3] [7, [2]] 2");
  }

  @Test
  void insideOneIsolateAFunctionStaysTheSame() {
    assertThat(
            Script.lines(
                """
                ch := channel()
                n := 0
                ch.send(func() { n = n + 1 return n })
                f := ch.receive()
                f()
                print(n)
                """))
        .containsExactly("1");
  }

  @Test
  void channelsTravelThroughChannels() {
    assertThat(
            Script.lines(
                """
                requests := channel()
                spawn {
                  loop {
                    r := requests.receive()
                    if r == null { break }
                    r["reply"].send(r["n"] * 2)
                  }
                }
                reply := channel()
                requests.send({"n": 4, "reply": reply})
                print(reply.receive(), reply == reply, reply, type(reply))
                """))
        .containsExactly("8 true <channel> channel");
  }

  @Test
  void wrongUseIsAnError() {
    assertThat(
            Script.lines(
                """
                ch := channel()
                func bad(f) { try { f() } except e { print(e.message) } }
                bad(func() { return ch.send() })
                bad(func() { return ch.send(1, 2) })
                bad(func() { return ch.receive(1) })
                bad(func() { return ch.close() })
                bad(func() { return channel(1) })
                """))
        .containsExactly(
            "Channel.send expects 1 arguments, got 0",
            "Channel.send expects 1 arguments, got 2",
            "Channel.receive expects 0 arguments, got 1",
            "Channel has no method 'close'",
            "channel() expects 0 arguments, got 1");
  }

  @RepeatedTest(5)
  void everyValueArrivesOnceWithManySendersAndReceivers() {
    List<String> lines =
        Script.lines(
            """
            ch := channel()
            out := channel()
            sent := channel()
            for s in range(4) { spawn { for i in range(500) { ch.send(s * 500 + i) } sent.send(true) } }
            for r in range(4) {
              spawn {
                got := []
                loop {
                  v := ch.receive()
                  if v == null { break }
                  got = push(got, v)
                }
                out.send(got)
              }
            }
            for s in range(4) { sent.receive() }
            for r in range(4) { ch.send(null) }
            all := []
            inOrder := true
            for r in range(4) {
              got := out.receive()
              last := [-1, -1, -1, -1]
              for v in got {
                if v < last[v / 500] { inOrder = false }
                last[v / 500] = v
                all = push(all, v)
              }
            }
            print(len(all), sum(all), inOrder, out.receive())
            """);
    assertThat(lines).containsExactly("2000 1999000 true null");
  }

  @Test
  void thousandsOfBlocksMayWaitAtOneChannel() {
    assertThat(
            Script.lines(
                """
                jobs := channel()
                out := channel()
                for i in range(5000) { spawn { out.send(jobs.receive()) } }
                for i in range(5000) { jobs.send(1) }
                total := 0
                for i in range(5000) { total = total + out.receive() }
                print(total)
                shared_set("nulls", 0)
                await par_each(range(1000), func(i) { if jobs.receive() == null { shared_add_int("nulls", 1) } })
                print(shared_get("nulls"))
                """))
        .containsExactly("5000", "1000");
  }
}

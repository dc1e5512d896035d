package ruff.stdlib.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import ruff.host.net.HttpAccess;
import ruff.host.net.HttpCall;
import ruff.natives.CancelSignal;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.policy.DeniedException;
import ruff.task.ExternalWork;
import ruff.task.PromiseValue;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.Text;

/** Natives whose requests go on beside each other or beside the program. */
public final class ParallelHttp {
  private static final int AT_ONCE = 64;
  private static final String WHY = "Promise rejected: HTTP GET failed: WHY";
  private static final String BLOCKED =
      "Promise rejected: HTTP GET blocked by outbound destination policy 'deny_private' (...)";

  private ParallelHttp() {}

  @Native(
      name = "parallel_http",
      family = Family.HTTP,
      doc =
          "Fetches URLs beside each other, each as http_get does; what is no string is left out,"
              + " and a failed one is an error with a message in the result.",
      returns = "array of dict of status: int, body: string, or error",
      arity = "parallel_http() expects 1 argument (urls), got {got}",
      error = "parallel_http requires an array of URL strings",
      capability = Capability.NETWORK_CLIENT,
      resource = "urls",
      example = "parallel_http([base + \"/hi\", \"ftp://h/\"])",
      result =
          "[{\"body\": hello, \"status\": 200}, Error: HTTP GET failed: unsupported URL scheme"
              + " 'ftp'; expected http or https]")
  public static ArrayValue parallel(
      NativeContext context,
      @Param(type = "array of string", ownership = Ownership.BORROWED) ArrayValue urls) {
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < urls.size; i++) {
      Object url = urls.get(i);
      if (Text.isText(url)) {
        wanted.add(url.toString());
      }
    }
    Object[] results = new Object[wanted.size()];
    if (results.length > 0) {
      HttpAccess http = Transport.access(context, "parallel_http");
      fetchAll(http, wanted, results);
    }
    return ArrayValue.of(results);
  }

  private static void fetchAll(HttpAccess http, List<String> urls, Object[] results) {
    AtomicInteger next = new AtomicInteger();
    Runnable fetching =
        () -> {
          for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
            results[i] = fetch(http, urls.get(i));
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(AT_ONCE, results.length); i++) {
      threads.add(Thread.ofVirtual().start(fetching));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException stopped) {
      next.set(results.length);
      threads.forEach(Thread::interrupt);
      throw new CancelSignal();
    }
  }

  private static Object fetch(HttpAccess http, String url) {
    try {
      HttpCall call = Exchange.call("HTTP GET", "GET", url, List.of(), null);
      return Exchange.dict(Exchange.send(http, call));
    } catch (RuffError | DeniedException failure) {
      return new FailedCall(failure.getMessage());
    } catch (CancelSignal stopped) {
      return new FailedCall("cancelled");
    }
  }

  @Native(
      name = "async_http_get",
      family = Family.HTTP,
      doc = "A promise of what a URL gives; the program goes on meanwhile.",
      returns = "promise of dict of status: int, body: string, headers: dict",
      arity = "async_http_get() expects 1 argument (url), got {got}",
      error = "async_http_get() requires a string URL argument",
      errors = {WHY, BLOCKED},
      capability = Capability.NETWORK_CLIENT,
      resource = "url",
      example = "(await async_http_get(base + \"/hi\"))[\"body\"]",
      result = "hello")
  public static PromiseValue asyncGet(NativeContext context, String url) {
    HttpAccess http = Transport.access(context, "async_http_get");
    HttpCall call = Exchange.call("HTTP GET", "GET", url, List.of(), null);
    return start(context, http, call);
  }

  @Native(
      name = "async_http_post",
      family = Family.HTTP,
      doc = "A promise of the answer to a text that is posted with the given headers.",
      returns = "promise of dict of status: int, body: string, headers: dict",
      arity = "async_http_post() expects 2-3 arguments (url, body, headers?), got {got}",
      errors = {
        "Promise rejected: HTTP POST failed: WHY",
        "Promise rejected: HTTP POST blocked by outbound destination policy 'deny_private' (...)"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = "url",
      example = "(await async_http_post(base + \"/items\", \"a=1\"))[\"status\"]",
      result = "201")
  public static PromiseValue asyncPost(
      NativeContext context,
      @Param(error = "async_http_post() requires a string URL argument") String url,
      @Param(error = "async_http_post() requires a string body argument") String body,
      @Param(
              optional = true,
              ownership = Ownership.BORROWED,
              error = "async_http_post() headers must be a dictionary")
          DictValue headers) {
    HttpAccess http = Transport.access(context, "async_http_post");
    HttpCall call = Exchange.call("HTTP POST", "POST", url, RequestOptions.headers(headers), body);
    return start(context, http, call);
  }

  private static PromiseValue start(NativeContext context, HttpAccess http, HttpCall call) {
    return ExternalWork.start(
        context.scheduler(), _ -> Exchange.fullDict(Exchange.send(http, call)));
  }
}

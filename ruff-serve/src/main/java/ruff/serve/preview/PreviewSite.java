package ruff.serve.preview;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import ruff.serve.http.RequestHead;
import ruff.serve.http.Status;
import ruff.serve.site.Decision;
import ruff.serve.site.Decisions;
import ruff.serve.site.MediaTypes;
import ruff.serve.site.Site;
import ruff.serve.site.SiteFiles;
import ruff.serve.site.SiteOptions;
import ruff.serve.site.TargetPath;

/** A site with what people want who work on it; which of that, the options say. */
public final class PreviewSite implements Decisions {
  /** Browsers ask for this by themselves, and call it an error when it is not there. */
  private static final String BROWSERS_ICON = "/favicon.ico";

  private final SiteOptions options;
  private final Site site;
  private final Listing listing;
  private final LiveReload reload;
  private final LiveScript live;

  public PreviewSite(SiteOptions options, LiveReload reload) {
    this.options = options;
    this.reload = reload;
    this.live = new LiveScript(reload);
    this.site = options.watch() ? new Site(options, live) : new Site(options);
    this.listing = new Listing(new SiteFiles(options));
  }

  @Override
  public Decision decideAtOnce(RequestHead head) {
    boolean own = TargetPath.pathOf(head.target()).startsWith(Assets.FOLDER);
    return options.watch() || own ? null : site.decideAtOnce(head);
  }

  @Override
  public Decision decide(RequestHead head) {
    boolean reads = head.method().equals("GET") || head.isHead();
    String path = TargetPath.pathOf(head.target());
    if (reads && path.startsWith(Assets.FOLDER)) {
      return own(path);
    }
    Decision decision = site.decide(head);
    boolean missing =
        decision instanceof Decision.Refuse(Status status) && status == Status.NOT_FOUND;
    if (missing && path.equals(BROWSERS_ICON)) {
      return Assets.at(Assets.ICON);
    }
    return switch (decision) {
      case Decision.Folder folder when options.listing() -> list(folder, head);
      case Decision.Folder _ -> explain(Status.NOT_FOUND, head);
      case Decision.Refuse refuse -> explain(refuse.status(), head);
      default -> decision;
    };
  }

  private Decision own(String path) {
    if (options.watch() && path.equals(Assets.EVENTS)) {
      return reload.takesMore()
          ? new Decision.Events()
          : new Decision.Refuse(Status.SERVICE_UNAVAILABLE);
    }
    Decision asset = Assets.at(path);
    return asset == null ? new Decision.Refuse(Status.NOT_FOUND) : asset;
  }

  private Decision list(Decision.Folder folder, RequestHead head) {
    try {
      byte[] page = listing.page(folder.parts(), folder.real(), script());
      return new Decision.Document(Status.OK, MediaTypes.HTML, page);
    } catch (AccessDeniedException denied) {
      return explain(Status.FORBIDDEN, head);
    } catch (IOException failure) {
      return explain(Status.INTERNAL_SERVER_ERROR, head);
    }
  }

  /** A refusal as a page, for a client that shows pages. */
  private Decision explain(Status status, RequestHead head) {
    if (head.accept() == null || !head.accept().contains("text/html")) {
      return new Decision.Refuse(status);
    }
    return new ErrorPage(status, head.target()).document(script());
  }

  private String script() {
    return options.watch() ? live.line() : "";
  }
}

package ruff.serve.site;

import java.io.IOException;
import java.util.Set;
import ruff.host.SystemError;
import ruff.serve.http.RequestHead;
import ruff.serve.http.Status;
import ruff.serve.site.TargetPath.Inside;

/** Decides on requests for the files of a folder. */
public final class Site implements Decisions {
  private static final Set<String> OTHER_METHODS =
      Set.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");

  private final SiteFiles files;
  private final PageCache cache;
  private final VariantEdit edit;

  /** A site whose files are sent as they are. */
  public Site(SiteOptions options) {
    this(options, variant -> variant);
  }

  /**
   * @param edit what to make of the uncompressed form of a file before it is sent
   */
  public Site(SiteOptions options, VariantEdit edit) {
    this.files = new SiteFiles(options);
    this.cache = new PageCache(files);
    this.edit = edit;
  }

  @Override
  public Decision decideAtOnce(RequestHead head) {
    if (!head.method().equals("GET") && !head.isHead()) {
      return null;
    }
    Found.Page page = cache.current(head.target());
    try {
      return page == null ? null : decide(head, page);
    } catch (IOException changed) {
      return null;
    }
  }

  @Override
  public Decision decide(RequestHead head) {
    if (!head.method().equals("GET") && !head.isHead()) {
      boolean known = OTHER_METHODS.contains(head.method());
      return new Decision.Refuse(known ? Status.METHOD_NOT_ALLOWED : Status.NOT_IMPLEMENTED);
    }
    return switch (TargetPath.parse(head.target())) {
      case TargetPath.Refused refused -> new Decision.Refuse(refused.status());
      case Inside inside -> decide(head, inside);
    };
  }

  private Decision decide(RequestHead head, Inside target) {
    return switch (files.find(target)) {
      case Found.Nothing nothing -> new Decision.Refuse(nothing.status());
      case Found.Folder folder -> new Decision.Folder(target.parts(), folder.real());
      case Found.Page page -> {
        try {
          yield decide(head, cache.keep(head.target(), page));
        } catch (IOException failure) {
          boolean denied = SystemError.of(failure) == SystemError.PERMISSION_DENIED;
          yield new Decision.Refuse(denied ? Status.FORBIDDEN : Status.INTERNAL_SERVER_ERROR);
        }
      }
    };
  }

  private Decision decide(RequestHead head, Found.Page page) throws IOException {
    Variant variant =
        page.hasOneForm()
            ? page.plain()
            : page.choose(AcceptedCodings.parse(head.acceptEncoding()));
    return choosePart(head, edit.apply(variant));
  }

  private static Decision choosePart(RequestHead head, Variant variant) {
    if (head.ifNoneMatch() != null && EntityTags.anyMatches(head.ifNoneMatch(), variant.tag())) {
      return new Decision.Unchanged(variant);
    }
    // Tags here are weak and dates are not given, so no condition of If-Range can be met.
    if (head.range() == null || head.ifRange() != null) {
      return new Decision.Whole(variant);
    }
    return switch (ByteRange.parse(head.range(), variant.length())) {
      case ByteRange.Whole _ -> new Decision.Whole(variant);
      case ByteRange.Part part -> new Decision.Part(variant, part.first(), part.last());
      case ByteRange.Unsatisfiable _ -> new Decision.Unsatisfiable(variant.length());
    };
  }
}

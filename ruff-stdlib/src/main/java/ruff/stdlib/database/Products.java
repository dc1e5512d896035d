package ruff.stdlib.database;

import java.util.Locale;

/** The products by the names that programs use. */
final class Products {
  private Products() {}

  /** The product of that name in any case, or Java null. */
  static Product named(String kind) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "sqlite" -> new Sqlite();
      case "postgres", "postgresql" -> new Postgres();
      case "mysql" -> new Mysql();
      default -> null;
    };
  }
}

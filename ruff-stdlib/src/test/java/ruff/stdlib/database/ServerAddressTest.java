package ruff.stdlib.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {
  @Test
  void urlsOfPostgres() throws ConnectFailure {
    ServerAddress address =
        PostgresAddress.parse("postgres://ann:s%40cret@db.example:6543/shop?connect_timeout=3");
    assertThat(address.server().name()).isEqualTo("//db.example:6543/shop");
    assertThat(address.user()).isEqualTo("ann");
    assertThat(address.password()).isEqualTo("s@cret");
    assertThat(address.options()).containsEntry("connect_timeout", "3");
    assertThat(PostgresAddress.parse("postgresql://ann@[::1]").server().name())
        .isEqualTo("//[::1]:5432/ann");
  }

  @Test
  void settingsOfPostgres() throws ConnectFailure {
    ServerAddress address =
        PostgresAddress.parse(" host = localhost  user=ann password='it\\'s a \\\\' dbname=shop");
    assertThat(address.server().name()).isEqualTo("//localhost:5432/shop");
    assertThat(address.password()).isEqualTo("it's a \\");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | invalid connection string: expected a setting NAME=VALUE",
        "host=localhost | user missing",
        "user=a password='x | invalid connection string: unterminated quoted value",
        "user=a port=0 | invalid port number '0'",
        "user=a port=70000 | invalid port number '70000'",
        "user=a color=red | unknown option `color`",
        "user=a host=a,b | invalid host 'a,b'",
        "user=a host=a/b | invalid host 'a/b'",
        "postgres://a%4@h/x | invalid percent-encoded text 'a%4'",
        "postgres://a@h:1x/x | invalid port number '1x'"
      })
  void addressesThatNobodyCanFollow(String text, String reason) {
    assertThatThrownBy(() -> PostgresAddress.parse(text)).hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT $1, $2, $1 | SELECT ?, ?, ? | 2",
        "SELECT '$1', \"$1\", $3 | SELECT '$1', \"$1\", ? | 3",
        "SELECT $$ $1 $$, $a$ $1 $$ $a$, $1 | SELECT $$ $1 $$, $a$ $1 $$ $a$, ? | 1",
        "SELECT E'\\' $1', $1 | SELECT E'\\' $1', ? | 1",
        "SELECT 'a\\', $1 | SELECT 'a\\', ? | 1",
        "SELECT name$1 FROM t | SELECT name$1 FROM t | 0",
        "SELECT a ? 'b' | SELECT a ?? 'b' | 0",
        "SELECT /* $1 /* ; */ $2 */ $1 | SELECT   ? | 1",
        "SELECT 1; DROP TABLE t | SELECT 1 | 0",
        "SELECT ';' ; x | SELECT ';'  | 0"
      })
  void placeholdersOfPostgres(String written, String sql, int needed) {
    PostgresStatement statement = PostgresStatement.of(written);
    assertThat(statement.sql().strip()).isEqualTo(sql);
    assertThat(statement.needed()).isEqualTo(needed);
  }

  @ParameterizedTest
  @CsvSource({
    "10:20:30, 0d 10:20:30.000000",
    "-49:00:30.5, -2d 01:00:30.500000",
    "838:59:59.000001, 34d 22:59:59.000001"
  })
  void durationsOfMysql(String text, String wanted) {
    assertThat(MysqlTime.duration(text)).isEqualTo(wanted);
  }
}

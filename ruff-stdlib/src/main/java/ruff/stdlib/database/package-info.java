/** Databases: SQLite, PostgreSQL, MySQL and MariaDB. Drivers are loaded by the first connection. */
package ruff.stdlib.database;

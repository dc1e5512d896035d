/**
 * Measurements: growth checks and micro benchmarks of the runtime. Nothing here runs in {@code mvn
 * verify} but what is marked as a test.
 */
package ruff.benchmarks;

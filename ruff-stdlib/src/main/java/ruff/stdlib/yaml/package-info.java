/** YAML texts: values made from the events of snakeyaml-engine, and a writer of our own. */
package ruff.stdlib.yaml;

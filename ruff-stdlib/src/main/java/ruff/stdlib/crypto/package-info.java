/** Digests, passwords, ciphers and keys, over the cryptography of the JDK. */
package ruff.stdlib.crypto;

/**
 * Pictures: loading, changing, saving. Formats come from javax.imageio, a plug-in for WebP, and
 * small codecs of our own for what these lack.
 */
package ruff.stdlib.image;

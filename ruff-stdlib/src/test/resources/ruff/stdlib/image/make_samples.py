"""Makes the sample pictures beside this file with Pillow, so that the readers are tested with bytes of other programs.

The pictures of a group show the same thing; the tests know the formulas of `rgb` and `rgba`.
"""
import struct
from PIL import Image

W, H = 23, 17
points = [(x, y) for y in range(H) for x in range(W)]
rgb = Image.new("RGB", (W, H))
rgb.putdata([(x * 11 % 256, y * 15 % 256, x * y * 3 % 256) for x, y in points])
alpha = Image.new("L", (W, H))
alpha.putdata([(x * 20 + y * 3) % 256 for x, y in points])
rgba = rgb.copy()
rgba.putalpha(alpha)
gray = rgb.convert("L")
gray_alpha = gray.convert("LA")
gray_alpha.putalpha(alpha)
bits = gray.convert("1")
few = rgb.quantize(16)
deep = Image.new("I;16", (W, H))
deep.putdata([value * 257 for value in gray.getdata()])
inks = rgb.convert("CMYK")
square = rgba.resize((32, 32))

rgb.save("rgb.png")
rgb.save("rgb.bmp")
rgb.save("rgb.tga", compression="tga_rle")
rgb.save("rgb-bottom.tga", orientation=1)
rgb.save("rgb.qoi")
rgb.save("rgb.ppm")
rgb.save("rgb-lzw.tif", compression="tiff_lzw")
rgb.save("rgb-deflate.tif", compression="tiff_adobe_deflate")
rgb.save("rgb-packbits.tiff", compression="packbits")
rgb.save("rgb.webp", lossless=True)
inks.save("rgb-inks.tif")
rgb.save("rgb-animated.webp", save_all=True, append_images=[rgb.rotate(180)], lossless=True)

rgba.save("rgba.png")
rgba.save("rgba.tga")
rgba.save("rgba.qoi")
rgba.save("rgba.tiff")
rgba.save("rgba.webp", lossless=True, exact=True)

gray.save("gray.png")
gray.save("gray.bmp")
gray.save("gray.pgm")
gray.save("gray.tga", compression="tga_rle")
gray.save("gray.tiff")
deep.save("gray-deep.png")
deep.save("gray-deep.tiff")

gray_alpha.save("grayalpha.png")
gray_alpha.save("grayalpha.tga")
gray_alpha.save("grayalpha.tiff")

few.save("few.png")
few.save("few.bmp")
few.save("few.gif")
few.save("few-interlaced.gif", interlace=1)
few.save("few.tga")
few.save("few-animated.gif", save_all=True, append_images=[few.rotate(180)])

few.save("clear.png", transparency=3)
few.save("clear.gif", transparency=3)

bits.save("bits.png")
bits.save("bits.bmp")
bits.save("bits.pbm")
bits.save("bits.tif")
bits.save("bits-fax.tif", compression="group4")

rgb.save("lossy.jpg", quality=95, subsampling=0)
rgb.save("lossy-progressive.jpeg", quality=95, subsampling=0, progressive=True)
inks.save("lossy-inks.jpg", quality=95)
rgb.save("lossy.webp", quality=95)
rgba.save("lossy-alpha.webp", quality=95)

square.save("square.png")
square.save("square.ico", sizes=[(16, 16), (32, 32)])
square.save("square-bitmap.ico", sizes=[(16, 16), (32, 32)], bitmap_format="bmp")

# A frame of 2x2 on a screen of 4x4.
part = Image.new("P", (2, 2))
part.putpalette([255, 0, 0, 0, 255, 0] + [0] * 756)
part.putdata([1, 0, 0, 1])
part.save("part.gif")
data = bytearray(open("part.gif", "rb").read())
struct.pack_into("<HH", data, 6, 4, 4)
frame = data.index(b"\x2c", 13 + 3 * 2 ** ((data[10] & 7) + 1))
struct.pack_into("<HHHH", data, frame + 1, 1, 1, 2, 2)
open("part.gif", "wb").write(data)

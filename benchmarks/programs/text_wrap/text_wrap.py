import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 2000000


def make_text(n):
    letters = "etaoinshrdlucmfwyp"
    words = []
    seed = 31
    for i in range(n):
        word = ""
        seed = (seed * 16807) % 2147483647
        for k in range(seed % 9 + 1):
            seed = (seed * 16807) % 2147483647
            word += letters[seed % 18]
        words.append(word)
    return " ".join(words)


def wrapped(text, width):
    lines = []
    line = ""
    for word in text.split(" "):
        if len(line) == 0:
            line = word
        elif len(line) + 1 + len(word) <= width:
            line += " " + word
        else:
            lines.append(line)
            line = word
    lines.append(line)
    return lines


def main(n):
    lines = wrapped(make_text(n), 72)
    check = 0
    full = 0
    for line in lines:
        check = (check * 31 + len(line)) % 1000003
        if len(line) == 72:
            full += 1
        vowels = 0
        for c in line:
            if c == "a" or c == "e" or c == "i" or c == "o" or c == "u":
                vowels += 1
        check = (check + vowels) % 1000003
    return "%d %d %d" % (len(lines), full, check)


print("text_wrap", main(N))

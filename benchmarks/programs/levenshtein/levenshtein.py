import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 5000


def word(n, seed):
    text = []
    for i in range(n):
        seed = (seed * 16807) % 2147483647
        text.append("abcdefgh"[seed % 8])
    return "".join(text)


def distance(a, b):
    table = [list(range(len(b) + 1))]
    for i in range(1, len(a) + 1):
        row = [i]
        for j in range(1, len(b) + 1):
            best = table[i - 1][j - 1]
            if a[i - 1] != b[j - 1]:
                best += 1
            if table[i - 1][j] + 1 < best:
                best = table[i - 1][j] + 1
            if row[j - 1] + 1 < best:
                best = row[j - 1] + 1
            row.append(best)
        table.append(row)
    return table[len(a)][len(b)]


def main(n):
    return distance(word(n, 11), word(n, 12))


print("levenshtein", main(N))

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 900


from math import floor, log


def matrix(n):
    rows = []
    seed = 9
    for y in range(n):
        row = []
        for x in range(n):
            seed = (seed * 16807) % 2147483647
            row.append(seed % 2001 * 0.001 - 1.0)
        rows.append(row)
    return rows


def eliminate(m, n):
    exponent = 0.0
    for k in range(n):
        pivot = k
        for y in range(k + 1, n):
            if abs(m[y][k]) > abs(m[pivot][k]):
                pivot = y
        row = m[pivot]
        m[pivot] = m[k]
        m[k] = row
        exponent += log(abs(row[k]))
        for y in range(k + 1, n):
            factor = m[y][k] / row[k]
            for x in range(k + 1, n):
                m[y][x] = m[y][x] - factor * row[x]
    return exponent


def main(n):
    return floor(eliminate(matrix(n), n) * 1000000)


print("determinant", main(N))

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 13


columns = []
rising = []
falling = []


def place(row, n):
    if row == n:
        return 1
    found = 0
    for column in range(n):
        if not columns[column] and not rising[row + column] and not falling[row - column + n]:
            columns[column] = True
            rising[row + column] = True
            falling[row - column + n] = True
            found += place(row + 1, n)
            columns[column] = False
            rising[row + column] = False
            falling[row - column + n] = False
    return found


def main(n):
    for i in range(2 * n + 1):
        columns.append(False)
        rising.append(False)
        falling.append(False)
    return place(0, n)


print("queens", main(N))

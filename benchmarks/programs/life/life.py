import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 600


def step(grid, size):
    following = []
    for y in range(size):
        above = grid[(y + size - 1) % size]
        here = grid[y]
        below = grid[(y + 1) % size]
        row = []
        for x in range(size):
            l = (x + size - 1) % size
            r = (x + 1) % size
            around = above[l] + above[x] + above[r] + here[l] + here[r] + below[l] + below[x] + below[r]
            if around == 3 or (around == 2 and here[x] == 1):
                row.append(1)
            else:
                row.append(0)
        following.append(row)
    return following


def main(n):
    size = 200
    grid = []
    seed = 3
    for y in range(size):
        row = []
        for x in range(size):
            seed = (seed * 16807) % 2147483647
            row.append(1 if seed % 3 == 0 else 0)
        grid.append(row)
    for i in range(n):
        grid = step(grid, size)
    check = 0
    for y in range(size):
        for x in range(size):
            check = (check * 2 + grid[y][x]) % 1000003
    return check


print("life", main(N))

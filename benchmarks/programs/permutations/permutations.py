import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 10


def permutations(prefix, rest):
    if len(rest) == 0:
        yield prefix
    else:
        for i in range(len(rest)):
            fewer = []
            for j in range(len(rest)):
                if j != i:
                    fewer.append(rest[j])
            for each in permutations(prefix + [rest[i]], fewer):
                yield each


def main(n):
    check = 0
    count = 0
    for p in permutations([], list(range(1, n + 1))):
        count += 1
        for i in range(len(p)):
            check = (check * 3 + p[i]) % 1000003
    return "%d %d" % (count, check)


print("permutations", main(N))

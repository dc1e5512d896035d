import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 600000


from functools import reduce


def factors(n):
    found = []
    p = 2
    while p * p <= n:
        while n % p == 0:
            found.append(p)
            n //= p
        p += 1
    if n > 1:
        found.append(n)
    return found


def above(limit):
    return lambda p: p > limit


def main(n):
    large = above(10)
    total = 0
    for i in range(2, n):
        chosen = list(filter(large, factors(i)))
        squares = list(map(lambda p: p * p % 1009, chosen))
        total = (total + reduce(lambda a, b: a + b, squares, len(chosen))) % 1000003
    return total


print("prime_factors", main(N))

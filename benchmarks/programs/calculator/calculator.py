import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 100000


NUMBER, SUM, DIFFERENCE, PRODUCT, NEGATED = range(5)


class Token:
    __slots__ = ("kind", "value")

    def __init__(self, kind, value):
        self.kind = kind
        self.value = value


tokens = []
position = 0


def rem(a):
    return a % 1000003 if a >= 0 else -(-a % 1000003)


def make_text(terms, seed):
    text = ""
    opened = 0
    for i in range(terms):
        seed = (seed * 16807) % 2147483647
        if seed % 5 == 0:
            text += "("
            opened += 1
        if seed % 7 == 0:
            text += "-"
        text += str(seed % 1000)
        if opened > 0 and seed % 3 == 0:
            text += ")"
            opened -= 1
        text += ["+", "-", " * "][seed % 3]
    return text + "1" + ")" * opened


def tokenize(text):
    found = []
    i = 0
    while i < len(text):
        c = text[i]
        if c == " ":
            i += 1
        elif "0" <= c <= "9":
            value = 0
            while i < len(text) and "0" <= text[i] <= "9":
                value = value * 10 + int(text[i])
                i += 1
            found.append(Token("number", value))
        else:
            found.append(Token(c, 0))
            i += 1
    found.append(Token("end", 0))
    return found


def factor():
    global position
    token = tokens[position]
    position += 1
    if token.kind == "number":
        return (NUMBER, token.value)
    if token.kind == "-":
        return (NEGATED, factor())
    inner = sum_of()
    position += 1
    return inner


def product_of():
    global position
    left = factor()
    while tokens[position].kind == "*":
        position += 1
        left = (PRODUCT, left, factor())
    return left


def sum_of():
    global position
    left = product_of()
    while True:
        kind = tokens[position].kind
        if kind == "+":
            position += 1
            left = (SUM, left, product_of())
        elif kind == "-":
            position += 1
            left = (DIFFERENCE, left, product_of())
        else:
            return left


def value_of(e):
    kind = e[0]
    if kind == NUMBER:
        return e[1]
    if kind == SUM:
        return rem(value_of(e[1]) + value_of(e[2]))
    if kind == DIFFERENCE:
        return rem(value_of(e[1]) - value_of(e[2]))
    if kind == PRODUCT:
        return rem(value_of(e[1]) * value_of(e[2]))
    return -value_of(e[1])


def main(n):
    global tokens, position
    total = 0
    for i in range(n):
        tokens = tokenize(make_text(20, i + 1))
        position = 0
        total = rem(total + value_of(sum_of()))
    return total


print("calculator", main(N))

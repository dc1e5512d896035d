const N = Number(process.argv[2]) || 100000;

let tokens = [];
let position = 0;

function makeText(terms, seed) {
  let text = "";
  let open = 0;
  for (let i = 0; i < terms; i++) {
    seed = (seed * 16807) % 2147483647;
    if (seed % 5 === 0) {
      text += "(";
      open++;
    }
    if (seed % 7 === 0) text += "-";
    text += String(seed % 1000);
    if (open > 0 && seed % 3 === 0) {
      text += ")";
      open--;
    }
    text += ["+", "-", " * "][seed % 3];
  }
  return text + "1" + ")".repeat(open);
}

function tokenize(text) {
  const found = [];
  let i = 0;
  while (i < text.length) {
    const c = text[i];
    if (c === " ") {
      i++;
    } else if (c >= "0" && c <= "9") {
      let value = 0;
      while (i < text.length && text[i] >= "0" && text[i] <= "9") {
        value = value * 10 + Number(text[i]);
        i++;
      }
      found.push({ kind: "number", value: value });
    } else {
      found.push({ kind: c, value: 0 });
      i++;
    }
  }
  found.push({ kind: "end", value: 0 });
  return found;
}

function factor() {
  const token = tokens[position];
  position++;
  switch (token.kind) {
    case "number": return { tag: "Number", a: token.value, b: null };
    case "-": return { tag: "Negated", a: factor(), b: null };
    default: {
      const inner = sumOf();
      position++;
      return inner;
    }
  }
}

function productOf() {
  let left = factor();
  while (tokens[position].kind === "*") {
    position++;
    left = { tag: "Product", a: left, b: factor() };
  }
  return left;
}

function sumOf() {
  let left = productOf();
  for (;;) {
    const kind = tokens[position].kind;
    if (kind === "+") {
      position++;
      left = { tag: "Sum", a: left, b: productOf() };
    } else if (kind === "-") {
      position++;
      left = { tag: "Difference", a: left, b: productOf() };
    } else {
      return left;
    }
  }
}

function valueOf(e) {
  switch (e.tag) {
    case "Number": return e.a;
    case "Sum": return (valueOf(e.a) + valueOf(e.b)) % 1000003;
    case "Difference": return (valueOf(e.a) - valueOf(e.b)) % 1000003;
    case "Product": return valueOf(e.a) * valueOf(e.b) % 1000003;
    default: return -valueOf(e.a);
  }
}

function main(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    tokens = tokenize(makeText(20, i + 1));
    position = 0;
    total = (total + valueOf(sumOf())) % 1000003;
  }
  return total;
}

console.log("calculator " + main(N));

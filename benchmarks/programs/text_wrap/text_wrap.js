const N = Number(process.argv[2]) || 2000000;

function makeText(n) {
  const letters = "etaoinshrdlucmfwyp";
  const words = [];
  let seed = 31;
  for (let i = 0; i < n; i++) {
    let word = "";
    seed = (seed * 16807) % 2147483647;
    const length = seed % 9 + 1;
    for (let k = 0; k < length; k++) {
      seed = (seed * 16807) % 2147483647;
      word += letters[seed % 18];
    }
    words.push(word);
  }
  return words.join(" ");
}

function wrapped(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.length === 0) {
      line = word;
    } else if (line.length + 1 + word.length <= width) {
      line += " " + word;
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}

function main(n) {
  const lines = wrapped(makeText(n), 72);
  let check = 0, full = 0;
  for (const line of lines) {
    check = (check * 31 + line.length) % 1000003;
    if (line.length === 72) full++;
    let vowels = 0;
    for (const c of line) {
      if (c === "a" || c === "e" || c === "i" || c === "o" || c === "u") vowels++;
    }
    check = (check + vowels) % 1000003;
  }
  return lines.length + " " + full + " " + check;
}

console.log("text_wrap " + main(N));

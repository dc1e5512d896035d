const N = Number(process.argv[2]) || 5000;

function word(n, seed) {
  let text = "";
  for (let i = 0; i < n; i++) {
    seed = (seed * 16807) % 2147483647;
    text += "abcdefgh"[seed % 8];
  }
  return text;
}

function distance(a, b) {
  const first = [];
  for (let j = 0; j <= b.length; j++) first.push(j);
  const table = [first];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let best = table[i - 1][j - 1];
      if (a[i - 1] !== b[j - 1]) best += 1;
      if (table[i - 1][j] + 1 < best) best = table[i - 1][j] + 1;
      if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
      row.push(best);
    }
    table.push(row);
  }
  return table[a.length][b.length];
}

function main(n) {
  return distance(word(n, 11), word(n, 12));
}

console.log("levenshtein " + main(N));

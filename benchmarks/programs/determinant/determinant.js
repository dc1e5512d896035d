const N = Number(process.argv[2]) || 900;

function matrix(n) {
  const rows = [];
  let seed = 9;
  for (let y = 0; y < n; y++) {
    const row = [];
    for (let x = 0; x < n; x++) {
      seed = (seed * 16807) % 2147483647;
      row.push(seed % 2001 * 0.001 - 1.0);
    }
    rows.push(row);
  }
  return rows;
}

function eliminate(m, n) {
  let exponent = 0.0;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let y = k + 1; y < n; y++) {
      if (Math.abs(m[y][k]) > Math.abs(m[pivot][k])) pivot = y;
    }
    const row = m[pivot];
    m[pivot] = m[k];
    m[k] = row;
    exponent += Math.log(Math.abs(row[k]));
    for (let y = k + 1; y < n; y++) {
      const factor = m[y][k] / row[k];
      for (let x = k + 1; x < n; x++) m[y][x] = m[y][x] - factor * row[x];
    }
  }
  return exponent;
}

function main(n) {
  return Math.floor(eliminate(matrix(n), n) * 1000000);
}

console.log("determinant " + main(N));

const N = Number(process.argv[2]) || 13;

const columns = [], rising = [], falling = [];

function place(row, n) {
  if (row === n) return 1;
  let found = 0;
  for (let column = 0; column < n; column++) {
    if (!columns[column] && !rising[row + column] && !falling[row - column + n]) {
      columns[column] = rising[row + column] = falling[row - column + n] = true;
      found += place(row + 1, n);
      columns[column] = rising[row + column] = falling[row - column + n] = false;
    }
  }
  return found;
}

function main(n) {
  for (let i = 0; i < 2 * n + 1; i++) {
    columns.push(false);
    rising.push(false);
    falling.push(false);
  }
  return place(0, n);
}

console.log("queens " + main(N));

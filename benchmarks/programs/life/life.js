const N = Number(process.argv[2]) || 600;

function step(grid, size) {
  const next = [];
  for (let y = 0; y < size; y++) {
    const above = grid[(y + size - 1) % size], here = grid[y], below = grid[(y + 1) % size];
    const row = [];
    for (let x = 0; x < size; x++) {
      const l = (x + size - 1) % size, r = (x + 1) % size;
      const around = above[l] + above[x] + above[r] + here[l] + here[r] + below[l] + below[x] + below[r];
      row.push(around === 3 || (around === 2 && here[x] === 1) ? 1 : 0);
    }
    next.push(row);
  }
  return next;
}

function main(n) {
  const size = 200;
  let grid = [];
  let seed = 3;
  for (let y = 0; y < size; y++) {
    const row = [];
    for (let x = 0; x < size; x++) {
      seed = (seed * 16807) % 2147483647;
      row.push(seed % 3 === 0 ? 1 : 0);
    }
    grid.push(row);
  }
  for (let i = 0; i < n; i++) grid = step(grid, size);
  let check = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) check = (check * 2 + grid[y][x]) % 1000003;
  }
  return check;
}

console.log("life " + main(N));

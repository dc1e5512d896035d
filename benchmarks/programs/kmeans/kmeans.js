const N = Number(process.argv[2]) || 400000;

function nearest(p, centers) {
  let best = 0, least = 1000000.0;
  for (let i = 0; i < centers.length; i++) {
    const c = centers[i];
    const dx = p.x - c.x, dy = p.y - c.y;
    const d = dx * dx + dy * dy;
    if (d < least) {
      least = d;
      best = i;
    }
  }
  return best;
}

function main(n) {
  const points = [];
  let seed = 17;
  for (let i = 0; i < n; i++) {
    seed = (seed * 16807) % 2147483647;
    const x = seed % 10007 * 0.01;
    seed = (seed * 16807) % 2147483647;
    points.push({ x: x, y: seed % 10009 * 0.01, group: 0 });
  }
  let centers = [];
  for (let i = 0; i < 12; i++) centers.push({ x: points[i].x, y: points[i].y, count: 0 });
  let moves = 0;
  for (let round = 0; round < 10; round++) {
    for (let i = 0; i < n; i++) {
      const group = nearest(points[i], centers);
      if (group !== points[i].group) {
        moves++;
        points[i].group = group;
      }
    }
    const sums = centers.map(() => ({ x: 0.0, y: 0.0, count: 0 }));
    for (const p of points) {
      sums[p.group].x += p.x;
      sums[p.group].y += p.y;
      sums[p.group].count += 1;
    }
    centers = sums.map((c) => ({ x: c.x / c.count, y: c.y / c.count, count: c.count }));
  }
  let check = 0;
  for (const c of centers) check += Math.floor(c.x * 1000) + Math.floor(c.y * 1000) + c.count;
  return moves + " " + check;
}

console.log("kmeans " + main(N));

const N = Number(process.argv[2]) || 400000;

function graph(n) {
  const edges = new Map();
  let seed = 23;
  for (let i = 0; i < n; i++) {
    const own = [{ target: (i + 1) % n, cost: 500 }];
    for (let k = 0; k < 3; k++) {
      seed = (seed * 16807) % 2147483647;
      own.push({ target: seed % n, cost: seed % 97 + 1 });
    }
    edges.set(i, own);
  }
  return edges;
}

function raise(heap, value) {
  heap.push(value);
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (heap[parent] <= value) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = value;
}

function dropFirst(heap) {
  const last = heap.pop();
  const size = heap.length;
  if (size === 0) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && heap[child + 1] < heap[child]) child++;
    if (heap[child] >= last) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = last;
}

function main(n) {
  const edges = graph(n);
  const distance = new Array(n).fill(-1);
  const heap = [0];
  let visited = 0;
  while (heap.length > 0) {
    const top = heap[0];
    dropFirst(heap);
    const node = top % n;
    const soFar = Math.floor(top / n);
    if (distance[node] < 0) {
      distance[node] = soFar;
      visited++;
      for (const edge of edges.get(node)) {
        if (distance[edge.target] < 0) raise(heap, (soFar + edge.cost) * n + edge.target);
      }
    }
  }
  let check = 0;
  for (const d of distance) check = (check * 31 + d) % 1000003;
  return visited + " " + check;
}

console.log("dijkstra " + main(N));

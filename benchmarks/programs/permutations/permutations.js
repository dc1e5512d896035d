const N = Number(process.argv[2]) || 10;

function* permutations(prefix, rest) {
  if (rest.length === 0) {
    yield prefix;
  } else {
    for (let i = 0; i < rest.length; i++) {
      const fewer = [];
      for (let j = 0; j < rest.length; j++) {
        if (j !== i) fewer.push(rest[j]);
      }
      for (const each of permutations([...prefix, rest[i]], fewer)) yield each;
    }
  }
}

function main(n) {
  let check = 0, count = 0;
  const all = [];
  for (let i = 1; i <= n; i++) all.push(i);
  for (const p of permutations([], all)) {
    count++;
    for (let i = 0; i < p.length; i++) check = (check * 3 + p[i]) % 1000003;
  }
  return count + " " + check;
}

console.log("permutations " + main(N));

const N = Number(process.argv[2]) || 600000;

function factors(n) {
  const found = [];
  let p = 2;
  while (p * p <= n) {
    while (n % p === 0) {
      found.push(p);
      n = Math.floor(n / p);
    }
    p++;
  }
  if (n > 1) found.push(n);
  return found;
}

function above(limit) {
  return (p) => p > limit;
}

function main(n) {
  const large = above(10);
  let total = 0;
  for (let i = 2; i < n; i++) {
    const chosen = factors(i).filter(large);
    const squares = chosen.map((p) => p * p % 1009);
    total = (total + squares.reduce((a, b) => a + b, chosen.length)) % 1000003;
  }
  return total;
}

console.log("prime_factors " + main(N));

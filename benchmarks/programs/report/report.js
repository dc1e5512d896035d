const N = Number(process.argv[2]) || 1000000;

function makeItems(n) {
  const stems = ["bolt", "nut", "washer", "hinge", "bracket", "spring", "gear"];
  const items = [];
  let seed = 5;
  for (let i = 0; i < n; i++) {
    seed = (seed * 16807) % 2147483647;
    items.push({ name: stems[seed % 7] + "-" + String(i), count: seed % 97, price: seed % 1000 * 0.25 });
  }
  return items;
}

function lineOf(item) {
  const worth = String(item.count * item.price);
  return item.name.padEnd(16, ".") + String(item.count).padStart(4, " ") + ` x ${item.price}` + worth.padStart(10, " ");
}

function main(n) {
  const lines = [];
  let total = 0;
  for (const item of makeItems(n)) {
    if (item.count % 10 !== 0) {
      lines.push(lineOf(item));
      total += item.count;
    }
  }
  const text = lines.join("\n");
  let bolts = 0;
  for (const line of text.split("\n")) {
    if (line.startsWith("bolt")) bolts += line.toUpperCase().length;
  }
  return text.length + " " + bolts + " " + total;
}

console.log("report " + main(N));

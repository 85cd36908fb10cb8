// Fits a review log with @open-spaced-repetition/binding and prints what it took; for
// scripts/bench-optimizer.  node optimizer_npm.mjs FOLDER_OF_NODE_MODULES LOG.csv
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.argv[2] + "/");
const { convertCsvToFsrsItems, computeParameters } = require("@open-spaced-repetition/binding");

// The library wants to know which reviews are of learning (1), review (2) and relearning (3).
const day = (time) => Math.floor((time - 4 * 3600e3) / 86400e3);
const lines = readFileSync(process.argv[3], "utf8").trimEnd().split("\n");
const columns = lines[0].split(",");
const [card, time] = ["card_id", "review_time"].map((name) => columns.indexOf(name));
const first = new Map();
const last = new Map();
const csv = lines.map((line, i) => {
  if (i === 0) return line + ",review_state";
  const fields = line.split(",");
  const id = fields[card];
  const today = day(Number(fields[time]));
  if (!first.has(id)) first.set(id, today);
  const state = first.get(id) === today ? 1 : last.get(id) === today ? 3 : 2;
  last.set(id, today);
  return `${line},${state}`;
});

const start = performance.now();
const items = convertCsvToFsrsItems(Buffer.from(csv.join("\n")), 4, "UTC", () => 0);
const read = performance.now();
const before = process.cpuUsage();
const parameters = await computeParameters(items, { enableShortTerm: true, numRelearningSteps: 1 });
const end = performance.now();
const cpu = process.cpuUsage(before);
console.log(JSON.stringify({
  fit: (end - read) / 1000,
  fit_cpu: (cpu.user + cpu.system) / 1e6,
  all: (end - start) / 1000,
  parameters,
}));

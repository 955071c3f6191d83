import { readFileSync } from 'node:fs';

/**
 * Packs a list of towns and streets for core/src/territory/towns: by district, names in the order of their
 * codes, each with its last three digits where they do not follow from the one before.
 * `node scripts/tools/pack-towns.mjs towns.csv > core/src/territory/towns/towns.json`, with `code,name,…` a line.
 */
const [file = ''] = process.argv.slice(2);
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .sort(([a], [b]) => (a < b ? -1 : 1));

const districts = new Map();
for (const [code, name] of rows) {
  if (!/^\d{9}$/.test(code) || !name || /[\d,]/.test(name)) throw new Error(`not a town: ${code} ${name}`);
  const district = districts.get(code.slice(0, 6)) ?? { last: 0, packed: [] };
  const number = Number(code.slice(6));
  district.packed.push(number === district.last + 1 ? name : `${code.slice(6)}${name}`);
  district.last = number;
  districts.set(code.slice(0, 6), district);
}

const packed = Object.fromEntries(
  [...districts].map(([code, district]) => [code, district.packed.join(',')]),
);
process.stdout.write(`${JSON.stringify(packed, null, 2)}\n`);

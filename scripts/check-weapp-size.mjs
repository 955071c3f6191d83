import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './root.mjs';

/** WeChat refuses to upload a main package beyond this. */
const limitBytes = 2 * 1024 * 1024;

const built = fromRoot('miniapp/dist/weapp');
const app = JSON.parse(readFileSync(path.join(built, 'app.json'), 'utf8'));
const subPackages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(({ root }) =>
  path.join(built, root),
);

const mainBytes = sizeOf(built);
const kib = (bytes) => `${Math.ceil(bytes / 1024)} KiB`;
console.log(`The mini-program's main package has ${kib(mainBytes)} of ${kib(limitBytes)}.`);
for (const folder of subPackages) console.log(`  ${path.relative(built, folder)}: ${kib(sizeOf(folder))}`);
process.exitCode = mainBytes > limitBytes ? 1 : 0;

/** Bytes of a folder's files without the sub-packages inside it. */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((bytes, entry) => {
    const place = path.join(folder, entry.name);
    if (!entry.isDirectory()) return bytes + statSync(place).size;
    return subPackages.includes(place) ? bytes : bytes + sizeOf(place);
  }, 0);
}

import { existsSync } from 'node:fs';
import { initialScriptBytes, miniProgramBytes } from './front-sizes.mjs';
import { fromRoot } from './root.mjs';

/** WeChat refuses a main package beyond 2 MiB; ours stays well below, so that it opens fast. */
const weappMainBytes = 1_200_000;
/** What every page of the shop loads before its own; the first route has 200 kB with it. */
const h5DocumentBytes = 160_000;
/** What the console loads before its sign-in. */
const adminBytes = 350_000;

/** `--json`: the figures alone, for a program that asks. */
const isAsked = process.argv.includes('--json');

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const figures = {};
const over = [];
const hold = (name, what, bytes, limitBytes) => {
  figures[name] = bytes;
  if (!isAsked) console.log(`${what}: ${kb(bytes)} of ${kb(limitBytes)}`);
  if (bytes > limitBytes) over.push(what);
};

const weapp = fromRoot('miniapp/dist/weapp');
if (existsSync(weapp)) {
  const { mainBytes, totalBytes, byRoot } = miniProgramBytes(weapp);
  figures.weappTotalBytes = totalBytes;
  hold('weappMainBytes', "the mini-program's main package", mainBytes, weappMainBytes);
  if (!isAsked) for (const [root, bytes] of byRoot) console.log(`  ${root}: ${kb(bytes)}`);
}
const fronts = [
  ['h5DocumentBytes', 'the scripts of the H5 document, gzip', 'miniapp/dist/h5', h5DocumentBytes],
  ['adminDocumentBytes', "the scripts of the console's document, gzip", 'admin/dist', adminBytes],
];
for (const [name, what, folder, limitBytes] of fronts)
  if (existsSync(fromRoot(folder, 'index.html')))
    hold(name, what, initialScriptBytes(fromRoot(folder)), limitBytes);

if (isAsked) console.log(JSON.stringify(figures));
for (const what of over) console.error(`Too large: ${what}`);
process.exitCode = over.length > 0 ? 1 : 0;

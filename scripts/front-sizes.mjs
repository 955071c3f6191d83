import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of a script as a browser that knows no more than gzip loads it. */
export const gzipBytesOf = (file) => gzipSync(readFileSync(file)).length;

/** What a page's document itself asks for: its scripts and the modules it preloads, gzipped, in bytes. */
export function initialScriptBytes(folder) {
  const document = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const tags = document.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const scripts = tags.flatMap((tag) => {
    const isScript = tag.startsWith('<script') || /rel="?modulepreload/.test(tag);
    const address = /(?:src|href)="?([^"\s>]+\.js)/.exec(tag)?.[1];
    return isScript && address ? [path.posix.basename(address)] : [];
  });
  const files = filesBelow(folder).filter((file) => scripts.includes(path.basename(file)));
  return files.reduce((bytes, file) => bytes + gzipBytesOf(file), 0);
}

/** Bytes of a mini-program's main package, of all of it, and of each sub-package by its root. */
export function miniProgramBytes(built) {
  const app = JSON.parse(readFileSync(path.join(built, 'app.json'), 'utf8'));
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(({ root }) =>
    path.join(built, root),
  );
  const bytesOf = (files) => files.reduce((bytes, file) => bytes + statSync(file).size, 0);
  const isIn = (root) => (file) => file.startsWith(root.replace(/\/?$/, '/'));
  const all = filesBelow(built);
  const byRoot = roots.map((root) => [path.relative(built, root), bytesOf(all.filter(isIn(root)))]);
  const totalBytes = bytesOf(all);
  const mainBytes = totalBytes - byRoot.reduce((bytes, [, own]) => bytes + own, 0);
  return { mainBytes, totalBytes, byRoot };
}

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(place) : [place];
  });

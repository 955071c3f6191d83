/** Says in plain words that Node is too old, before anything fails in a way nobody can read. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  console.error(`Tongpan needs Node 20.19 or later (or 22.12 or later); this is ${process.versions.node}.`);
  console.error('Download: https://nodejs.org/en/download');
  process.exit(1);
}

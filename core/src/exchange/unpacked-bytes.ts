const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const stored = 0;
const deflated = 8;

/**
 * How many bytes a small zip archive says it unpacks to; null when it does not say so of every file, or is no archive.
 * Whoever unpacks it stops at what it says, so a file of a few kilobytes cannot become gigabytes.
 * Source: PKWARE's APPNOTE.TXT, 4.3.12 (central directory) and 4.3.16 (its end).
 */
export function unpackedBytes(archive: Buffer): number | null {
  const end = lastEnd(archive);
  if (end < 0) return null;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + entryLength > archive.length || archive.readUInt32LE(at) !== directoryEntry) return null;
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const unpacked = archive.readUInt32LE(at + 24);
    if (method !== stored && method !== deflated) return null;
    // One that says nothing of its size may be of any; so may one whose size stands elsewhere.
    if ((packed === 0) !== (unpacked === 0) || packed > archive.length) return null;
    total += unpacked;
    const names = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    at += entryLength + names.reduce((sum, length) => sum + length, 0);
  }
  return total;
}

/** A comment may stand behind the end of the directory, so it is looked for from the back. */
function lastEnd(archive: Buffer): number {
  for (let at = archive.length - endLength; at >= 0; at -= 1)
    if (archive.readUInt32LE(at) === endOfDirectory) return at;
  return -1;
}

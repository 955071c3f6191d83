import { writeXlsx } from 'hucre/xlsx';
import { unpackedBytes } from './unpacked-bytes';

const workbook = async (rows: number) =>
  Buffer.from(
    await writeXlsx({
      sheets: [{ name: '订货', rows: Array.from({ length: rows }, () => ['6901234567892', '24']) }],
    }),
  );

/** Where the directory of an archive begins. */
const directoryOf = (archive: Buffer) => archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));

it('grows with what is in a workbook, far beyond the file', async () => {
  const [small, large] = await Promise.all([workbook(10), workbook(5_000)]);

  expect(unpackedBytes(small)).toBeGreaterThan(small.length);
  expect(unpackedBytes(large)).toBeGreaterThan(5 * large.length);
});

it('is what the archive says, however much that is', async () => {
  const archive = await workbook(10);
  const before = unpackedBytes(archive) ?? 0;
  const at = directoryOf(archive) + 24;
  const first = archive.readUInt32LE(at);
  archive.writeUInt32LE(2_000_000_000, at);

  expect(unpackedBytes(archive)).toBe(before - first + 2_000_000_000);
});

it.each([
  ['says nothing of a size', 24, 0],
  ['says nothing of what a file takes in it', 20, 0],
  ['has its sizes elsewhere, as in an archive of more than four gigabytes', 20, 0xffff_ffff],
])('is unknown of an archive that %s', async (_what, place, value) => {
  const archive = await workbook(10);
  archive.writeUInt32LE(value, directoryOf(archive) + place);

  expect(unpackedBytes(archive)).toBeNull();
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a beginning alone', Buffer.from([0x50, 0x4b, 0x03, 0x04])],
  ['text', Buffer.from('条码,数量\n6901234567892,24')],
])('is unknown of %s', (_what, bytes) => {
  expect(unpackedBytes(bytes)).toBeNull();
});

it('is unknown of an archive that is cut off', async () => {
  const archive = await workbook(10);
  const cut = Buffer.concat([archive.subarray(0, directoryOf(archive)), archive.subarray(-22)]);

  expect(unpackedBytes(cut)).toBeNull();
});

import { sniffPicture } from './sniff-picture';

const of = (...parts: readonly (string | number)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part, 'latin1'))),
  );

it.each([
  ['JPEG', of(0xff, 0xd8, 0xff, 0xe0, 'JFIF'), 'image/jpeg'],
  ['PNG', of(0x89, 'PNG\r\n', 0x1a, '\n'), 'image/png'],
  ['WebP', of('RIFF', 1, 2, 3, 4, 'WEBPVP8 '), 'image/webp'],
  ['GIF', of('GIF89a'), null],
  ['a sound in the same box as WebP', of('RIFF', 1, 2, 3, 4, 'WAVEfmt '), null],
  ['a drawing that may carry scripts', of('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  ['a page', of('<!doctype html><script>alert(1)</script>'), null],
  ['a page before a JPEG', of('<html>', 0xff, 0xd8, 0xff), null],
  ['a document', of('%PDF-1.7'), null],
  ['a program', of('MZ', 0x90), null],
  ['half a beginning', of(0xff, 0xd8), null],
  ['nothing', of(), null],
])('%s', (_, bytes, mime) => {
  expect(sniffPicture(bytes)).toBe(mime);
});

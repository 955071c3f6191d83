import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folderStore } from './folder-store';

const root = mkdtempSync(path.join(tmpdir(), 'tongpan-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const bytes = (words: string) => new TextEncoder().encode(words);

describe('files in a folder', () => {
  const files = folderStore(path.join(root, 'deep', 'files'));

  it('are there as they were written, under their day, and nothing else is', async () => {
    await files.put('2026-03-15/ONE.jpg', bytes('one'));
    await files.put('2026-03-14/TWO.jpg', bytes('two'));

    expect(Buffer.from((await files.get('2026-03-15/ONE.jpg')) ?? []).toString()).toBe('one');
    expect(await files.get('2026-03-15/TWO.jpg')).toBeNull();
    expect(await files.days()).toEqual(['2026-03-14', '2026-03-15']);
    expect(await files.keysOf('2026-03-15')).toEqual(['2026-03-15/ONE.jpg']);
    expect(await files.keysOf('2020-01-01')).toEqual([]);
  });

  it('go once, and a day without any goes with the last', async () => {
    await files.put('2026-03-16/ONE.jpg', bytes('one'));

    await files.remove('2026-03-16/ONE.jpg');
    await files.remove('2026-03-16/ONE.jpg');

    expect(await files.get('2026-03-16/ONE.jpg')).toBeNull();
    expect(await files.days()).not.toContain('2026-03-16');
  });

  it('tell of a write that never ended, so that it can be removed', async () => {
    await files.put('2026-03-17/ONE.jpg', bytes('one'));
    writeFileSync(path.join(root, 'deep/files/2026-03-17/TWO.jpg.0a1b2c3d.part'), 'half');

    const [, half] = await files.keysOf('2026-03-17');
    await files.remove(half as '2026-03-17/TWO.jpg.0a1b2c3d.part');

    expect(readdirSync(path.join(root, 'deep/files/2026-03-17'))).toEqual(['ONE.jpg']);
  });

  it.each(['../x', '2026-03-15/../../x', '2026-03-15/.hidden', '/etc/passwd', '2026-03-15/a/b'])(
    'have no key %s',
    async (key) => {
      await expect(async () => files.get(key as '2026-03-15/x')).rejects.toThrow('not a key');
    },
  );
});

it('a folder nobody has written to is empty', async () => {
  expect(await folderStore(path.join(root, 'nothing')).days()).toEqual([]);
});

import { playQuick, seed } from './quick';

const faults = [
  'kill -9 web',
  'disk full',
  'clock steps',
  'file locked by another process',
  'prices and standing change',
  'a day passes',
  'freeze web',
  'SIGTERM web',
  'log-out at one process',
];

describe('the embedded engine under faults', () => {
  it(
    `loses, doubles and oversells nothing (FAULTS_SEED=${seed})`,
    async () => {
      const { wrongs, faults: struck, felt, broken, ...counts } = await playQuick('embedded', null, faults);

      expect({ seed, wrongs }).toEqual({ seed, wrongs: [] });
      // What breaks outside is no bug of ours, and is not answered as one.
      expect(broken).toBe(0);
      expect(Object.keys(struck).sort()).toEqual([...faults].sort());
      expect(felt.writesRefused).toBeGreaterThan(0);
      for (const [what, times] of Object.entries(counts))
        expect({ what, isNone: times === 0 }).toEqual({ what, isNone: false });
    },
    10 * 60_000,
  );
});

import { chooseHost, type HostStanding, settlingMs } from './choose-host';

const now = 100_000;
const well = (readySince: number, readyAskedAt = now - 10): HostStanding => ({
  readySince,
  readyAskedAt,
  failedAt: null,
});
const away = (failedAt: number): HostStanding => ({ readySince: null, readyAskedAt: null, failedAt });

describe('the host that is written to', () => {
  it('is the first that is ready', () => {
    expect(chooseHost([away(now), well(now), well(now)], null, now)).toBe(1);
  });

  it('is none before those in front of it have been heard', () => {
    const unheard: HostStanding = { readyAskedAt: null, readySince: null, failedAt: null };

    expect(chooseHost([unheard, well(now)], null, now)).toBeNull();
    expect(chooseHost([well(now), unheard], null, now)).toBe(0);
  });

  it('is none while none was ready', () => {
    expect(chooseHost([away(now), away(now)], null, now)).toBeNull();
  });

  it('stays while it is well', () => {
    expect(chooseHost([well(now - settlingMs + 1), well(0)], 1, now)).toBe(1);
  });

  it('is an earlier one again when that has settled', () => {
    expect(chooseHost([well(now - settlingMs), well(0)], 1, now)).toBe(0);
  });

  it('is not another on a word given before the failure: what was committed since may be missing there', () => {
    const failed = away(now - 20);

    expect(chooseHost([failed, well(0, now - 30)], 0, now)).toBe(0);
    expect(chooseHost([failed, well(0, now - 10)], 0, now)).toBe(1);
  });

  it('stays where it is when there is no better', () => {
    expect(chooseHost([away(now), away(now)], 1, now)).toBe(1);
  });

  it('is the same one again after a short failure', () => {
    expect(chooseHost([{ readySince: now, readyAskedAt: now, failedAt: now - 500 }, away(now)], 0, now)).toBe(
      0,
    );
  });
});

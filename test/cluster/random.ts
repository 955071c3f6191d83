/** A stream of numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    oftenOf100: (times: number) => next() * 100 < times,
    pick: <Value>(from: readonly Value[]): Value => from[Math.floor(next() * from.length)] as Value,
  };
}

export type Random = ReturnType<typeof randomFrom>;

/**
 * How far the server's clock is ahead of this device's, in ms. The server said its time somewhere between asking and
 * hearing, so the middle is taken: half the round trip is the most it can be wrong by.
 */
export const offsetMs = (serverTime: string, askedAtMs: number, heardAtMs: number) =>
  Date.parse(serverTime) - (askedAtMs + heardAtMs) / 2;

const two = (value: number) => String(value).padStart(2, '0');

/** What is left of a time as a clock shows it: `04:32`, `01:04:32`, `2天 01:04:32`; nothing left is `00:00`. */
export function countdown(leftMs: number) {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24];
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (days > 0) return `${days}天 ${two(hours)}:${clock}`;
  return hours > 0 ? `${two(hours)}:${clock}` : clock;
}

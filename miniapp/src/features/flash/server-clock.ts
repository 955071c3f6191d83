/**
 * How far the server's clock is ahead of this device's, in ms. The server said its time somewhere between asking and
 * hearing, so the middle is taken: half the round trip is the most it can be wrong by.
 */
export const offsetMs = (serverTime: string, askedAtMs: number, heardAtMs: number) =>
  Date.parse(serverTime) - (askedAtMs + heardAtMs) / 2;

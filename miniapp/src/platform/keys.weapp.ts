/** A mini-program has no keys to press by. */
export function pressByKeys(): void {
  return;
}

/** A mini-program has no links. */
export function quietScriptLinks(): void {
  return;
}

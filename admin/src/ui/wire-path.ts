/** Where something stands in an input, as the server writes it (`rule.tiers[0].offFen`, `tiers.0.offFen`), step by step. */
export const stepsOf = (path: string): readonly (string | number)[] =>
  path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

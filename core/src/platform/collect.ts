/** The values by key, each group in the order its values came. */
export function groupBy<Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => string,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The values by key; a later value with the same key replaces an earlier one. */
export function keyBy<Value>(values: Iterable<Value>, keyOf: (value: Value) => string): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const value of values) found.set(keyOf(value), value);
  return found;
}

/** The values in their order; themselves when they stand in it already, as rows that were read in order do. */
export function inOrder<Value>(
  values: readonly Value[],
  compare: (left: Value, right: Value) => number,
): readonly Value[] {
  for (let at = 1; at < values.length; at += 1) {
    if (compare(values[at - 1] as Value, values[at] as Value) > 0) return [...values].sort(compare);
  }
  return values;
}

/** What is known of some keys; a key that was not asked for is not to be looked up. */
export interface Known<Value> {
  get(key: string): Value | undefined;
}

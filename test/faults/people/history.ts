/** A value that one person changes by command, and when each change was asked for and answered. */
export interface History<Value> {
  /** The change is on its way; call the answer when it is answered. */
  change(value: Value): () => void;
  /** What may have been in force between two moments (`performance.now()`), for anybody who asked then. */
  possible(from: number, to: number): readonly Value[];
  current(): Value;
}

interface Change<Value> {
  readonly value: Value;
  readonly saidAt: number;
  answeredAt: number;
}

export function historyOf<Value>(first: Value): History<Value> {
  const changes: Change<Value>[] = [{ value: first, saidAt: -Infinity, answeredAt: -Infinity }];
  return {
    change(value) {
      const change = { value, saidAt: performance.now(), answeredAt: Infinity };
      changes.push(change);
      return () => {
        change.answeredAt = performance.now();
      };
    },
    // Not yet asked for, or replaced for certain before the question: neither can have answered it. One
    // person changes it, one change after the other, so the next one tells.
    possible: (from, to) =>
      changes
        .filter(({ saidAt }, at) => saidAt <= to && !((changes[at + 1]?.answeredAt ?? Infinity) < from))
        .map(({ value }) => value),
    current: () => changes[changes.length - 1]!.value,
  };
}

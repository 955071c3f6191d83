import type { Receiver } from './elements';
import type { Definition } from './logic-layer';
import type { Timers } from './timers';

/** The most that one `setData` may carry; WeChat advises far less and refuses more. */
const setDataMaxBytes = 1024 * 1024;

export interface ReceiverPorts {
  readonly timers: Timers;
  readonly onError: (error: unknown) => void;
  /** Draws the page that the receiver belongs to. */
  readonly redraw: () => void;
}

/** A page or component made from its definition, with the `setData` that WeChat adds. */
export function createReceiver(
  name: string,
  definition: Definition,
  extra: Readonly<Record<string, unknown>>,
  { timers, onError, redraw }: ReceiverPorts,
): Receiver {
  const receiver: Receiver = {
    ...definition,
    selectComponent: () => null,
    selectAllComponents: () => [],
    triggerEvent: () => undefined,
    ...extra,
    data: Object.assign({}, copyOf(definition.data ?? {}), extra.data),
    setData: (changes: Readonly<Record<string, unknown>>, whenDrawn?: () => void) => {
      const text = JSON.stringify(changes);
      if (Buffer.byteLength(text) > setDataMaxBytes) onError(`${name}: setData of ${text.length} characters`);
      for (const [key, value] of Object.entries(changes)) {
        if (value === undefined) onError(`${name}: setData of "${key}" to undefined`);
        else setAt(receiver.data, key, copyOf(value));
      }
      timers.soon(() => {
        redraw();
        if (whenDrawn) Reflect.apply(whenDrawn, receiver, []);
      });
    },
  };
  return receiver;
}

/** Calls a function as a member of the receiver, if it is one. What it throws goes to `onError`. */
export function callOn(
  receiver: Receiver | Definition,
  member: unknown,
  parameters: readonly unknown[],
  onError: (error: unknown) => void,
) {
  if (typeof member !== 'function') return;
  try {
    Reflect.apply(member, receiver, parameters);
  } catch (error) {
    onError(error);
  }
}

/** Data crosses from the logic to the screen as JSON. */
const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Sets what `root.cn.[0].v` names, making what is missing on the way. */
function setAt(data: object, place: string, value: unknown) {
  const keys = place.match(/[^.[\]]+/g) ?? [];
  let inside = data;
  for (const [at, key] of keys.entries()) {
    const next = keys[at + 1];
    if (next === undefined) {
      Reflect.set(inside, key, value);
      return;
    }
    const known: unknown = Reflect.get(inside, key);
    const tree = isTree(known) ? known : /^\d+$/.test(next) ? [] : {};
    Reflect.set(inside, key, tree);
    inside = tree;
  }
}

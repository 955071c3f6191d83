/** What a command was first sent as: repeats send exactly this, so that the server knows them again. */
export interface Pending<Body> {
  readonly id: string;
  readonly fingerprint: string;
  readonly body: Body;
}

export interface KeeperPorts {
  readonly newId: () => string;
  readonly read: (key: string) => unknown;
  readonly keep: (key: string, value: unknown) => void;
  readonly forget: (key: string) => void;
}

const keyOf = (name: string) => `pending:${name}`;

const isPending = <Body>(value: unknown): value is Pending<Body> =>
  typeof value === 'object' && value !== null && 'id' in value && 'fingerprint' in value && 'body' in value;

/**
 * Keeps the ids of commands that may have reached the server. `begin` answers with the same id and body
 * while the fingerprint (what the user asked for) stays the same; `settle` is for when the outcome is known.
 */
export function createIdKeeper(ports: KeeperPorts) {
  return {
    begin<Body>(name: string, fingerprint: string, body: Body): Pending<Body> {
      const kept = ports.read(keyOf(name));
      if (isPending<Body>(kept) && kept.fingerprint === fingerprint) return kept;
      const pending = { id: ports.newId(), fingerprint, body };
      ports.keep(keyOf(name), pending);
      return pending;
    },
    settle(name: string) {
      ports.forget(keyOf(name));
    },
  };
}

/** Refusals that say for certain: nothing was written under this id, or the id can never be used. */
const finalRefusals: ReadonlySet<string> = new Set(['orders.priceChanged', 'command.idReused']);

/** Whether a refusal with this code ends a pending command, so that the next try needs a new id. */
export const endsPending = (code: string) => finalRefusals.has(code);

/** As much of the web's abort signal as the query library uses. */
export class MiniAbortSignal {
  aborted = false;
  reason: unknown = undefined;
  private readonly listeners = new Set<() => void>();

  addEventListener(_type: 'abort', listener: () => void) {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void) {
    this.listeners.delete(listener);
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }

  /** Marks the signal and tells its listeners; only its controller calls this. */
  raise(reason: unknown) {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.listeners.forEach((listener) => listener());
    this.listeners.clear();
  }
}

/**
 * Mini-programs have no `AbortController`, and without one the query library cannot start a single
 * load. The weapp build puts this one in its place.
 */
export class AbortController {
  readonly signal = new MiniAbortSignal();

  abort(reason: unknown = new Error('aborted')) {
    this.signal.raise(reason);
  }
}

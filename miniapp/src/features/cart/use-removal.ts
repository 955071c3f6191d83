import { useEffect, useState } from 'react';
import type { BasketAction, BasketLine } from './basket';

/** How long a removed line can be called back. */
const undoMs = 8_000;

/** Removes lines of a basket and can call the last one back for a while. */
export function useRemoval(lines: readonly BasketLine[], change: (action: BasketAction) => void) {
  const [removed, setRemoved] = useState<{ readonly line: BasketLine; readonly at: number }>();
  useEffect(() => {
    if (!removed) return;
    const timer = setTimeout(() => setRemoved(undefined), undoMs);
    return () => clearTimeout(timer);
  }, [removed]);
  const remove = (skuId: string) => {
    const at = lines.findIndex((line) => line.skuId === skuId);
    const line = lines[at];
    if (!line) return;
    setRemoved({ line, at });
    change({ type: 'remove', skuId });
  };
  const putBack = () => {
    if (removed) change({ type: 'putBack', ...removed });
    setRemoved(undefined);
  };
  return { removed: removed?.line, remove, putBack };
}

import { UndoBar } from '@/ui/undo-bar';
import type { Checkout } from './use-checkout';

/** Says which line was removed and calls it back. */
export const UndoRemove = ({ removal }: { removal: Checkout['removal'] }) =>
  removal.removed ? (
    <UndoBar id="undo-remove" text={`已移除 ${removal.removed.name}`} onUndo={removal.putBack} />
  ) : null;

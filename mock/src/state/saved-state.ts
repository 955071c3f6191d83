import type { Person } from '../people';
import type { LoggedRequest } from '../request-log';
import type { Settings } from '../settings';
import type { SavedSide } from '../side-book';
import type { SavedBook } from '../wechat-pay/book';
import type { SavedPlatform } from '../wechat-platform/platform-book';

/** What a restart finds again. */
export interface SavedState {
  readonly settings: Settings;
  readonly book: SavedBook;
  readonly platform: SavedPlatform;
  readonly side: SavedSide;
  readonly people: Person[];
  readonly requests: readonly LoggedRequest[];
}

const parts = ['settings', 'book', 'platform', 'side', 'people', 'requests'] as const;

/**
 * The state a file holds. The stand-in alone writes it, whole, so only its outline is looked at.
 * @throws Error when it is something else
 */
export function readState(value: unknown): SavedState | undefined {
  if (value === undefined) return undefined;
  const isState = typeof value === 'object' && value !== null && parts.every((part) => part in value);
  if (!isState) throw new Error('state.json is not the state of a stand-in');
  return value as SavedState;
}

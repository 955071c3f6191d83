/** What somebody of one's own party is called. */
export type NameOf = (userId: string) => string;

/** Oneself by that word, the house by its own, others by their names where one may know them. */
export const nameAmong =
  (mine: string, names: ReadonlyMap<string, string>): NameOf =>
  (userId) => {
    if (userId === mine) return '我';
    if (userId === '') return '—';
    return names.get(userId) ?? (userId === 'system' ? '系统' : '同事');
  };

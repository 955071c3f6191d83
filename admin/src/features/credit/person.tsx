/** Who did it: oneself by that word, others by their number, which the list of staff has with their name. */
export const Person = ({ userId, mine }: { userId: string; mine: string }) =>
  userId === mine ? <>我</> : <span className="tp-small tp-muted">{userId || '—'}</span>;

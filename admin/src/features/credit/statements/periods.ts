const dayText = (at: Date) => at.toISOString().slice(0, 10);

/** The month before the one a business day is in, first day to last. */
export function lastMonth(today: string) {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return {
    startsOn: dayText(new Date(Date.UTC(year, month - 2, 1))),
    untilOn: dayText(new Date(Date.UTC(year, month - 1, 0))),
  };
}

/** The month a business day is in, until that day. */
export const thisMonth = (today: string) => ({ startsOn: `${today.slice(0, 8)}01`, untilOn: today });

interface Paper {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly startsOn: string;
  readonly untilOn: string;
}

/** Where the paper of an account for a period is shown. */
export const paperAddress = ({ sellerId, buyerId, startsOn, untilOn }: Paper) =>
  `/statements/paper?${new URLSearchParams({ seller: sellerId, buyer: buyerId, from: startsOn, until: untilOn }).toString()}`;

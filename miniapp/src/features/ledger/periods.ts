const dayText = (at: Date) => at.toISOString().slice(0, 10);

/** The month before the one a day is in, first day to last. */
export function lastMonth(today: string) {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return {
    startsOn: dayText(new Date(Date.UTC(year, month - 2, 1))),
    untilOn: dayText(new Date(Date.UTC(year, month - 1, 0))),
  };
}

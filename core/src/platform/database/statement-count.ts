let executed = 0;

/** Counts a statement on its way to the database. */
export function countStatement(): void {
  executed += 1;
}

/** Statements this process has sent since it began. */
export const statementsExecuted = () => executed;

/** What somebody wants to be told on Monday mornings. */
export const aPlan = {
  name: '周报',
  report: 'goods',
  side: 'own',
  span: 'lastWeek',
  rhythm: 'weekly',
  onDay: 1,
  hour: 8,
  format: 'csv',
  isPaused: false,
} as const;

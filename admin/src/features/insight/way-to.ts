/** Where in the console one does something about what waits. */
const ways: Readonly<Record<string, string>> = {
  'afterSales.requested': '/after-sales?state=requested',
  'afterSales.approved': '/after-sales?state=approved',
  alerts: '/expiry',
  overdueAccounts: '/bills',
  refunds: '/payments?tab=refunds',
  mismatched: '/payments',
  differences: '/payments?tab=bills',
  returns: '/payments?tab=returns',
  failedUploads: '/wechat-delivery',
  failedSends: '/wechat-delivery?tab=failed',
  applications: '/onboarding',
  temporaryLimits: '/credit',
  writeOffs: '/ageing?tab=write-offs',
  rebindings: '/wechat',
  displays: '/rebates?tab=displays',
  deadJobs: '/work?stage=dead',
  deadEvents: '/work?tab=events&stage=dead',
};

/** Holds are cleared in the queue; null: there is no screen for it. */
export const wayTo = (kind: string): string | null =>
  kind.startsWith('hold.') ? '/queue' : (ways[kind] ?? null);

import { type Core, statementsExecuted } from '@tongpan/core';
import { Counter, Gauge, Registry } from 'prom-client';

/** What waits and what was given up on, read from the database when somebody asks. */
export function workMetrics({
  outbox,
  jobs,
  auditLog,
}: Pick<Core, 'outbox' | 'jobs' | 'auditLog'>): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, counts: () => Promise<Readonly<Record<string, unknown>>>) =>
    new Gauge({
      name,
      help,
      labelNames: ['state'] as const,
      registers: [registry],
      async collect() {
        for (const [state, count] of Object.entries(await counts())) {
          if (typeof count === 'number') this.set({ state }, count);
        }
      },
    });
  gauge('tongpan_outbox_events', 'Events not yet delivered (open) or given up on (dead).', async () => {
    const { open, dead } = await outbox.counts();
    return { open, dead };
  });
  gauge('tongpan_jobs', 'Jobs by state; dead ones wait for a person.', async () => ({
    ...(await jobs.counts()),
  }));
  new Counter({
    name: 'tongpan_sql_statements_total',
    help: 'Statements this process has sent to the database.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(statementsExecuted());
    },
  });
  new Counter({
    name: 'tongpan_audit_entries_lost_total',
    help: 'Entries of the audit log that were lost because the database was away for too long.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(auditLog.dropped());
    },
  });
  return registry;
}

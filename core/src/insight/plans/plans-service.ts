import { type Caller, commandsOver, dayMs, pageOf, type Platform, readCursor, Refused } from '../../platform';
import { hasRows, maySee } from './may-plan';
import type { ReportFile, ReportPlan } from './model';
import { nextAfter } from './plan-times';
import { planStore } from './store';

export interface PutPlan extends Pick<
  ReportPlan,
  'name' | 'report' | 'side' | 'span' | 'rhythm' | 'onDay' | 'hour' | 'format' | 'isPaused'
> {
  readonly commandId: string;
  readonly planId: string;
  /** The version the caller has seen; 0 for a new one. */
  readonly expectedVersion: number;
}

/** More than that nobody reads. */
const plansAtMost = 20;
export const reportKeptDays = 60;

/** 定时导出: what somebody has planned, and what came of it. Nobody else sees either. */
export function plansService({ database }: Pick<Platform, 'database'>) {
  const once = commandsOver(database);

  return {
    /** The caller's own, the one changed last first. */
    plans: (caller: Caller) => database.read((tx) => planStore(tx).plansOf(caller.userId)),

    /**
     * Plans a report, or changes a plan.
     * @throws reports.planUnknown, reports.versionChanged, reports.notAllowed, reports.tooMany, reports.rhythmWrong,
     * command.idReused
     */
    putPlan: (caller: Caller, input: PutPlan): Promise<ReportPlan> =>
      once(caller, 'reports.putPlan', input.commandId, input, async (tx) => {
        const { commandId: _, planId: id, expectedVersion, ...wanted } = input;
        if (!maySee(caller, wanted) || !hasRows(wanted)) throw new Refused('reports.notAllowed');
        const last = { daily: 0, weekly: 7, monthly: 28 }[wanted.rhythm];
        if (wanted.onDay > last || wanted.onDay < Math.min(1, last)) throw new Refused('reports.rhythmWrong');
        const store = planStore(tx);
        const own = await store.plansOf(caller.userId);
        if (expectedVersion === 0 && own.length >= plansAtMost) {
          throw new Refused('reports.tooMany', String(plansAtMost));
        }
        if (expectedVersion > 0 && !own.some((plan) => plan.id === id))
          throw new Refused('reports.planUnknown');
        const plan: ReportPlan = {
          ...{ id, ...wanted, partyId: caller.partyId, userId: caller.userId },
          version: expectedVersion + 1,
          nextAt: nextAfter(wanted, caller.at),
          changedAt: caller.at,
        };
        const isWritten = await (expectedVersion === 0 ? store.add(plan) : store.change(plan));
        if (!isWritten) throw new Refused('reports.versionChanged');
        return plan;
      }),

    /** Gives a plan up; its files stay. @throws reports.planUnknown, reports.versionChanged, command.idReused */
    removePlan: (
      caller: Caller,
      input: { readonly commandId: string; readonly planId: string; readonly expectedVersion: number },
    ): Promise<{ readonly done: true }> =>
      once(caller, 'reports.removePlan', input.commandId, input, async (tx) => {
        const store = planStore(tx);
        const plan = await store.plan(input.planId);
        if (plan?.userId !== caller.userId) throw new Refused('reports.planUnknown');
        if (!(await store.remove(plan.id, caller.userId, input.expectedVersion))) {
          throw new Refused('reports.versionChanged');
        }
        return { done: true as const };
      }),

    /** What the caller's plans have made, the newest first. @throws request.cursorUnknown */
    reportFiles: (caller: Caller, { cursor, limit }: { cursor?: string | undefined; limit: number }) =>
      database.read(async (tx) => {
        const found = await planStore(tx).files({
          userId: caller.userId,
          after: cursor ? readCursor(cursor, 'number', 'string') : null,
          limit: limit + 1,
        });
        return pageOf(found, limit, ({ madeAt, id }) => [madeAt, id]);
      }),

    /** A file of the caller's own; whoever may no longer see the report gets none. @throws reports.fileUnknown, reports.notAllowed */
    reportFile: (caller: Caller, fileId: string): Promise<ReportFile> =>
      database.read(async (tx) => {
        const file = await planStore(tx).file(fileId);
        if (file?.userId !== caller.userId || file.content === '') throw new Refused('reports.fileUnknown');
        if (!maySee(caller, { report: file.report, side: 'own' })) throw new Refused('reports.notAllowed');
        return file;
      }),

    /** Forgets files of long ago. Answers how many. */
    purgeFiles: (before: number) =>
      database.transaction((tx) => planStore(tx).removeFiles(before - reportKeptDays * dayMs)),
  };
}

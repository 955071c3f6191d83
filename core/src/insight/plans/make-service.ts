import { loadParties, loadUsersOf } from '../../partners';
import {
  type Caller,
  commandsOver,
  dayOf,
  defineJob,
  emit,
  type Instant,
  type JobDefinition,
  type Log,
  type Platform,
  Refused,
} from '../../platform';
import { maySee } from './may-plan';
import type { ReportFile, ReportPlan } from './model';
import { daysOf, nextAfter } from './plan-times';
import { type plansService } from './plans-service';
import { fileOf } from './sheet-file-service';
import { type sheetsService } from './sheets-service';
import { planStore } from './store';

/** What a plan has made, or failed to make. */
export interface ReportMade {
  readonly fileId: string;
  readonly partyId: string;
  readonly userId: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The code of a refusal; empty where there is a file. */
  readonly problem: string;
}

const everyMs = 60_000;
const dueTogether = 20;
/** What is told of a report that failed for no reason we know: the log knows more. */
const broken = 'server.broken';

type Made = Pick<ReportFile, 'content' | 'rowCount' | 'problem'>;
const nothing = { content: '', rowCount: 0 };

/** Makes the files of plans when they are due, with the rights their makers have then. */
export function makeService(
  platform: Pick<Platform, 'database' | 'newId' | 'clock' | 'outbox'>,
  sheets: ReturnType<typeof sheetsService>,
  plans: ReturnType<typeof plansService>,
) {
  const { database, newId, clock, outbox } = platform;
  const once = commandsOver(database);

  /** Who has planned it, as of now; null where nobody may see it any more. */
  const callerOf = (plan: ReportPlan, at: Instant) =>
    database.read(async (tx): Promise<Caller | null> => {
      const party = (await loadParties(tx, [plan.partyId])).get(plan.partyId);
      const user = (await loadUsersOf(tx, plan.partyId)).find(({ id }) => id === plan.userId);
      if (!party || party.status !== 'active' || user?.status !== 'active') return null;
      const caller: Caller = {
        ...{ userId: user.id, userName: user.name, partyId: party.id, partyKind: party.kind },
        ...{ roles: user.roles, sessionId: '', channel: 'plan', deviceId: '', ip: '', at },
      };
      return maySee(caller, plan) ? caller : null;
    });

  const contentOf = async (plan: ReportPlan, at: Instant, log?: Log): Promise<Made> => {
    const caller = await callerOf(plan, at);
    if (!caller) return { ...nothing, problem: 'reports.notAllowed' };
    try {
      const query = { ...daysOf(plan.span, dayOf(at)), side: plan.side };
      const sheet = await sheets.sheet(caller, plan.report, query);
      const bytes = await fileOf(sheet, plan.format);
      return {
        content: Buffer.from(bytes).toString('base64'),
        rowCount: sheet.rows.length,
        problem: '',
      };
    } catch (error) {
      if (!(error instanceof Refused)) {
        // A person who waits for a file is told of it all the same.
        log?.error({ err: error, plan: plan.id }, 'a planned report failed');
        return { ...nothing, problem: broken };
      }
      return { ...nothing, problem: error.code };
    }
  };

  const fileFor = (plan: ReportPlan, made: Made, dueAt: Instant, madeAt: Instant): ReportFile => {
    const { from, to } = daysOf(plan.span, dayOf(madeAt));
    const { partyId, userId, name, report, format } = plan;
    return {
      ...{ id: newId(), planId: plan.id, dueAt, partyId, userId, name, report, format },
      ...{ fromOn: from, toOn: to, madeAt, ...made },
    };
  };

  const madeEvent = ({ id: fileId, partyId, userId, name, fromOn, toOn, problem, madeAt }: ReportFile) => {
    const payload: ReportMade = { fileId, partyId, userId, name, from: fromOn, to: toOn, problem };
    return {
      id: newId(),
      name: 'report.made',
      version: 1,
      aggregate: `report:${fileId}`,
      at: madeAt,
      payload,
    };
  };

  /** Makes what is due. Answers how many files there are more. */
  const makeDue = async (log?: Log, signal?: AbortSignal): Promise<number> => {
    const at = clock.now();
    const due = await database.read((tx) => planStore(tx).due(at, dueTogether));
    let count = 0;
    for (const plan of due) {
      if (signal?.aborted) break;
      const file = fileFor(plan, await contentOf(plan, at, log), plan.nextAt, at);
      await database.transaction(async (tx) => {
        const store = planStore(tx);
        if (!(await store.advance(plan.id, plan.nextAt, nextAfter(plan, at)))) return;
        if (!(await store.addFile(file))) return;
        await emit(tx, [madeEvent(file)]);
        count += 1;
      });
      outbox.poke();
    }
    return count;
  };

  return {
    makeDue,

    /** Makes a file of a plan here and now, whoever has paused it. @throws reports.planUnknown, reports.notAllowed, command.idReused */
    async makeNow(
      caller: Caller,
      input: { readonly commandId: string; readonly planId: string },
    ): Promise<{ readonly fileId: string }> {
      const plan = await database.read((tx) => planStore(tx).plan(input.planId));
      if (plan?.userId !== caller.userId) throw new Refused('reports.planUnknown');
      if (!maySee(caller, plan)) throw new Refused('reports.notAllowed');
      const made = await contentOf(plan, caller.at);
      return once(caller, 'reports.makeNow', input.commandId, input, async (tx) => {
        const file = fileFor(plan, made, caller.at, caller.at);
        await planStore(tx).addFile(file);
        return { fileId: file.id };
      });
    },

    jobs: (): readonly JobDefinition[] => [
      defineJob({
        name: 'reports.make',
        every: { ms: everyMs },
        run: async ({ log, signal }) => {
          const files = await makeDue(log, signal);
          if (files > 0) log.info({ files }, 'planned reports made');
        },
      }),
      defineJob({
        name: 'reports.purge',
        every: { dailyAt: '03:55' },
        run: async ({ log }) =>
          log.info({ files: await plans.purgeFiles(clock.now()) }, 'old reports purged'),
      }),
    ],
  };
}

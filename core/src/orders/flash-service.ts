import { defineJob, type JobDefinition, type Platform } from '../platform';
import {
  draftService,
  type FlashChallenge,
  gateService,
  grabService,
  hallService,
  isLive,
  liveActivities,
  noChallenge,
  settlesAt,
} from '../promotions';
import { flashActivityService } from './flash-activity-service';

const tendEveryMs = 5_000;
const checkEveryMs = 60_000;

/** 秒杀: activities of sellers, the hall of buyers, and what keeps gate and database in step. */
export function flashService(
  platform: Platform,
  { challenge = noChallenge }: { readonly challenge?: FlashChallenge | undefined } = {},
) {
  const { database, coordination, log } = platform;
  const keeper = gateService(platform);
  const activities = flashActivityService(platform);
  const live = async () => {
    const at = await coordination.gates.now();
    return { at, running: await database.read((tx) => liveActivities(tx, at)) };
  };
  /** One activity's trouble is not its neighbours'. */
  const each = async <One extends { readonly id: string }>(
    all: readonly One[],
    work: (one: One) => Promise<unknown>,
  ) => {
    for (const one of all) {
      await work(one).catch((error: unknown) =>
        log.warn({ activityId: one.id, error: String(error) }, 'a flash sale could not be looked after'),
      );
    }
  };

  /** Builds gates that are due, ends tokens that lead nowhere, stops and settles. */
  const tend = async (): Promise<void> => {
    await keeper.warmDue();
    await keeper.stopEnded();
    const { at, running } = await live();
    await each(running, async (activity) => {
      await keeper.sweep(activity.id);
      if (at >= settlesAt(activity)) await activities.settleDue(activity);
    });
  };

  /** quota = sold + held + free, of every activity that runs. Answers those that were wrong. */
  const check = async (): Promise<readonly string[]> => {
    const wrong: string[] = [];
    const { running } = await live();
    await each(running.filter(isLive), async ({ id }) => {
      if (!(await keeper.check(id))) wrong.push(id);
    });
    return wrong;
  };

  return {
    ...draftService(platform),
    ...hallService(platform),
    ...grabService(platform, keeper, challenge),
    publish: activities.publish,
    stop: activities.stop,
    settle: activities.settle,
    warm: keeper.warm,
    tend,
    check,
    jobs: (): readonly JobDefinition[] => [
      defineJob({ name: 'flash.tend', every: { ms: tendEveryMs }, run: tend }),
      defineJob({
        name: 'flash.check',
        every: { ms: checkEveryMs },
        run: async () => {
          await check();
        },
      }),
    ],
  };
}

import { contract } from '@tongpan/bff/src/contract';
import { route } from '@tongpan/bff/src/contract/route';
import { defaultServerSettings } from '@tongpan/bff/src/http/settings';
import { handlersOf } from '@tongpan/bff/src/routes';
import { createServer } from '@tongpan/bff/src/server';
import { openCore, silentLog } from '@tongpan/core';
import { z } from 'zod';
import { answerQuestions } from '../worker-link';
import type { WebQuestion } from './flash-model';

export const emptyPath = '/api/v1/bench/empty';

/** An empty handler behind the same session check, in the same process: what a grab is held against. */
const empty = route(`POST ${emptyPath}`, {
  summary: 'Answer, and do nothing.',
  access: 'buyer',
  input: contract.flash.grab.input,
  output: z.object({ outcome: z.string() }),
  errors: [],
});

/** Our server with its jobs, and one route more. */
export function runWebProcess(): void {
  answerQuestions<WebQuestion>(async (place) => {
    const core = await openCore({ ...place, databasePool: 12, sessionDays: 1 }, { log: silentLog });
    const limit = { points: 1_000_000, windowMs: 60_000 };
    const server = createServer({
      settings: {
        ...defaultServerSettings,
        port: 0,
        rates: { visitor: limit, logIn: limit, picture: limit, user: defaultServerSettings.rates.user },
      },
      contract: { ...contract, bench: { empty } },
      handlers: {
        ...handlersOf(core, { perAddress: 0, perDevice: 0 }),
        bench: { empty: () => Promise.resolve({ outcome: 'nothing' }) },
      },
      authenticate: core.partners.authenticate,
      isKnownToken: core.partners.isKnownToken,
      overload: core.orders.isFull,
      limiter: core.coordination,
      clock: core.clock,
      log: silentLog,
      readiness: {},
      sites: [],
      swaggerRoot: place.dataDir,
      version: '0.0.0',
    });
    await core.startWork();
    const { port } = await server.listen();
    return { port };
  });
}

import type { HandlersFor } from './handlers';
import { aCaller, type sampleContract, sampleHandlers } from './testing';

type Things = HandlersFor<typeof sampleContract>['things'];

/** What does not compile is told by the type check: an error that is expected and missing is one too. */
describe('handlers that do not fit the contract', () => {
  const { get, counts, list, rename } = sampleHandlers.things;

  it('do not compile when one is missing', () => {
    // @ts-expect-error rename is missing
    const things: Things = { get, counts, list };

    expect(things.rename).toBeUndefined();
  });

  it('do not compile when an answer lacks a field', () => {
    // @ts-expect-error the view needs a name
    const things: Things = { counts, list, rename, get: async ({ thingId }) => ({ thingId }) };

    expect(things.get).toBeDefined();
  });

  it('do not compile when they read what the input does not have', () => {
    // @ts-expect-error the input has no colour
    const paint: Things['get'] = async ({ thingId, colour }) => ({ thingId, name: colour });

    expect(paint).toBeDefined();
  });

  it('hand a caller to a route that needs a session and a visitor to one that does not', async () => {
    const visitor = {
      channel: 'api',
      deviceId: '',
      ip: '127.0.0.1',
      at: 0,
      saidAt: null,
      requestId: 'request1',
    };

    expect(await get({ thingId: '1' }, aCaller())).toEqual({ thingId: '1', name: 'thing' });
    // @ts-expect-error a visitor is nobody's user
    expect(await get({ thingId: '1' }, visitor)).toEqual({ thingId: '1', name: 'thing' });
    expect(await sampleHandlers.auth.logIn({ loginName: 'a' }, visitor)).toMatchObject({ ip: '127.0.0.1' });
  });
});

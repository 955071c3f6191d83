import { repriced, firstPriceE4, stoppedStore } from '../house/found';
import type { Person } from './person';

const priceListId = 'PL-D1';

/** D1's clerk, who gives goods a price they never had before. */
export const priceSteps = (person: Person) => {
  const { ledger, luck, visitors, login, newId } = person;
  let version: number | null = null;
  let count = 0;
  const say = visitors.say;
  return async () => {
    if (version === null) {
      const asked = await say(login, luck, {
        what: 'the price list',
        givesUp: false,
        call: (client) => client.catalog.priceLines({ priceListId, limit: 1 }),
        promise: () => null,
      });
      if (asked.outcome.kind === 'answered') version = asked.outcome.answer.version;
      return;
    }
    const skuId = luck.pick(repriced);
    const history = ledger.prices.get(skuId)!;
    count += 1;
    const unitPriceE4 = firstPriceE4 + count * 100;
    const expectedVersion = version;
    const commandId = newId();
    const answered = history.change(unitPriceE4);
    const { outcome } = await say(login, luck, {
      what: `price ${unitPriceE4} for ${skuId}`,
      givesUp: false,
      call: (client) =>
        client.catalog.putPriceLines({
          commandId,
          priceListId,
          expectedVersion,
          lines: [
            { skuId, unitPriceE4, floorPriceE4: null, breaks: [], breakMode: 'allUnits', unitPrices: [] },
          ],
        }),
      promise: (answer) => answer,
    });
    if (outcome.kind === 'answered') {
      answered();
      version = outcome.answer.version;
    } else ledger.wrongs.push(`a new price ended as ${JSON.stringify(outcome)}`);
  };
};

/** HQ's desk, which stops a store's ordering and lets it order again. */
export const standingSteps = (person: Person) => {
  const { ledger, luck, visitors, login, newId } = person;
  return async () => {
    const value = ledger.standing.current() === 'active' ? 'stopped' : 'active';
    const commandId = newId();
    const answered = ledger.standing.change(value);
    const { outcome } = await visitors.say<unknown>(login, luck, {
      what: `${stoppedStore} ${value}`,
      givesUp: false,
      call: (client) =>
        value === 'stopped'
          ? client.partners.suspend({
              commandId,
              partyId: stoppedStore,
              effect: 'orders',
              reason: '欠款未清',
            })
          : client.partners.reinstate({ commandId, partyId: stoppedStore, note: '已结清' }),
      promise: () => null,
    });
    if (outcome.kind === 'answered') answered();
    else ledger.wrongs.push(`${stoppedStore} ${value} ended as ${JSON.stringify(outcome)}`);
  };
};

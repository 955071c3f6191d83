import type { Client } from '@tongpan/bff';
import { everyLine } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('a store that changes its distributor', (engine) => {
  let shop: Shop;
  let giving: Client;
  let receiving: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [giving, receiving, headquarters] = await Promise.all([shop.as('d1'), shop.as('d2'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  const propose = (client: Client, buyerId: string, more: object = {}) =>
    client.partners.proposeTransfer({
      commandId: shop.newId(),
      buyerId,
      fromId: 'D1',
      toId: 'D2',
      effectiveOn: shop.today,
      reason: '区域调整',
      ...more,
    });
  const word = (transferId: string, note = '') => ({ commandId: shop.newId(), transferId, note });
  const suppliesOf = async (buyerId: string) =>
    Object.fromEntries(
      (
        await shop.rows<{ productLine: string; sellerId: string }>(
          'SELECT productLine, sellerId FROM supply WHERE buyerId = ?',
          [buyerId],
        )
      ).map(({ productLine, sellerId }) => [productLine, sellerId]),
    );
  const quotes = (client: Client, supplierId: string) =>
    outcomeOf(client.orders.quote({ lines: [{ skuId: 'WATER', quantity: 50 }], supplierId }));

  it('goes when both sides and HQ have consented, and its open orders stay where they are', async () => {
    const store = await shop.openStore({ id: 'GOER' });
    const orderId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });

    const { transferId, state, missing } = await propose(giving, 'GOER');
    expect([state, missing]).toEqual(['proposed', ['to', 'hq']]);
    expect((await receiving.partners.consentTransfer(word(transferId))).missing).toEqual(['hq']);
    expect(await suppliesOf('GOER')).toEqual({ '*': 'D1' });
    const done = await headquarters.partners.consentTransfer(word(transferId, '同意'));

    expect(done).toMatchObject({ state: 'done', missing: [], buyerName: 'GOER 商号' });
    expect(done.consents.map(({ side, note }) => [side, note])).toEqual([
      ['from', ''],
      ['to', ''],
      ['hq', '同意'],
    ]);
    expect(await suppliesOf('GOER')).toEqual({ '*': 'D2' });
    expect(await quotes(store, 'D1')).toBe('partners.notSupplied');
    expect(await quotes(store, 'D2')).toBe('ok');
    await giving.orders.ship({ orderId, shipmentId: shop.newId() });
    expect((await giving.orders.get({ orderId })).sellerId).toBe('D1');
    expect(await codeOf(giving.partners.get({ partyId: 'GOER' }))).toBe('partners.unknown');
  });

  it('goes on its day when that is later, and not before', async () => {
    await shop.addStore({ id: 'LATER' });
    const { transferId } = await propose(headquarters, 'LATER', { effectiveOn: '2026-12-01' });
    await giving.partners.consentTransfer(word(transferId));
    expect((await receiving.partners.consentTransfer(word(transferId))).state).toBe('agreed');

    await shop.core.partners.carryOutDue(Date.parse('2026-11-30T15:59:59Z'));
    expect(await suppliesOf('LATER')).toEqual({ '*': 'D1' });
    await shop.core.partners.carryOutDue(Date.parse('2026-11-30T16:00:00Z'));

    expect(await suppliesOf('LATER')).toEqual({ '*': 'D2' });
    expect((await giving.partners.transfer({ transferId })).state).toBe('done');
    expect(await shop.core.partners.carryOutDue(Date.parse('2026-12-02T00:00:00Z'))).toBe(0);
  });

  it('goes with one product line and stays with the others', async () => {
    const store = await shop.openStore({ id: 'LINED' });
    const { transferId } = await propose(giving, 'LINED', { productLine: '乳品' });
    await receiving.partners.consentTransfer(word(transferId));
    await headquarters.partners.consentTransfer(word(transferId));

    expect(await suppliesOf('LINED')).toEqual({ [everyLine]: 'D1', 乳品: 'D2' });
    expect((await store.partners.suppliers({})).items.map(({ partyId }) => partyId).sort()).toEqual([
      'D1',
      'D2',
    ]);
  });

  it.each(['the receiving side', 'HQ'])('stays when %s refuses, and may be asked again', async (who) => {
    const id = `STAYER-${who.length}`;
    await shop.addStore({ id });
    const { transferId } = await propose(giving, id);
    const refuser = who === 'HQ' ? headquarters : receiving;

    const refused = await refuser.partners.refuseTransfer(word(transferId, '信用不足'));

    expect(refused.state).toBe('refused');
    const late = (who === 'HQ' ? receiving : headquarters).partners.consentTransfer(word(transferId));
    expect(await codeOf(late)).toBe('partners.transferClosed');
    expect(await suppliesOf(id)).toEqual({ '*': 'D1' });
    expect((await propose(giving, id)).state).toBe('proposed');
  });

  it('stays when it is withdrawn, by its proposer or by HQ and by nobody else', async () => {
    await shop.addStore({ id: 'WITHDRAWN' });
    const { transferId } = await propose(receiving, 'WITHDRAWN');

    expect(await codeOf(giving.partners.withdrawTransfer(word(transferId)))).toBe('partners.transferClosed');
    expect((await receiving.partners.withdrawTransfer(word(transferId))).state).toBe('withdrawn');
    expect(await codeOf(giving.partners.consentTransfer(word(transferId)))).toBe('partners.transferClosed');
    const again = await propose(giving, 'WITHDRAWN', { effectiveOn: '2027-01-01' });
    expect((await headquarters.partners.withdrawTransfer(word(again.transferId))).state).toBe('withdrawn');
  });

  it('has one transfer of a line running at a time, even of several proposed at once', async () => {
    await shop.addStore({ id: 'WANTED' });

    const outcomes = await Promise.all(
      ['*', '乳品', '*', '乳品'].map((productLine) => outcomeOf(propose(giving, 'WANTED', { productLine }))),
    );

    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'partners.transferRunning')).toHaveLength(3);
    await shop.addStore({ id: 'TWOLINED' });
    await propose(giving, 'TWOLINED', { productLine: '乳品' });
    expect((await propose(giving, 'TWOLINED', { productLine: '饮品' })).state).toBe('proposed');
    expect(await codeOf(propose(giving, 'TWOLINED'))).toBe('partners.transferRunning');
  });

  it('is void when on its day the giving side has it no longer', async () => {
    await shop.addStore({ id: 'LOST' });
    const { transferId } = await propose(giving, 'LOST', { effectiveOn: '2026-12-01' });
    await receiving.partners.consentTransfer(word(transferId));
    await headquarters.partners.consentTransfer(word(transferId));
    await shop.run(`UPDATE supply SET sellerId = 'HQ' WHERE buyerId = 'LOST'`);

    await shop.core.partners.carryOutDue(Date.parse('2026-12-01T02:00:00Z'));

    expect((await giving.partners.transfer({ transferId })).state).toBe('void');
    expect(await suppliesOf('LOST')).toEqual({ '*': 'HQ' });
  });

  it('goes by two words where HQ gives a store of its own', async () => {
    await shop.addStore({ id: 'DIRECT', supplierId: 'HQ' });
    const { transferId, missing } = await propose(receiving, 'DIRECT', { fromId: 'HQ' });
    expect(missing).toEqual(['from', 'hq']);

    expect((await headquarters.partners.consentTransfer(word(transferId))).state).toBe('done');
    expect(await suppliesOf('DIRECT')).toEqual({ '*': 'D2' });
  });

  it.each([
    ['what is not the giving side’s', 'S5', {}, 'partners.transferNotTheirs'],
    ['a store there is not', 'NOBODY', {}, 'partners.transferNotTheirs'],
    ['a store to its own distributor', 'S1', { toId: 'D1' }, 'partners.transferUnfit'],
    ['a store to another store', 'S1', { toId: 'S2' }, 'partners.transferUnfit'],
    ['a store to nobody', 'S1', { toId: 'NOBODY' }, 'partners.transferNotTheirs'],
    ['a store as of yesterday', 'S1', { effectiveOn: '2026-11-21' }, 'partners.transferUnfit'],
    ['a store in three years', 'S1', { effectiveOn: '2029-11-21' }, 'partners.transferUnfit'],
    ['a store between two others', 'S5', { fromId: 'D2', toId: 'HQ' }, 'partners.unknown'],
    ['no line', 'S1', { productLine: ' ' }, 'request.invalid'],
  ])('is not proposed: %s', async (_, buyerId, more, code) => {
    expect(await codeOf(propose(giving, buyerId, more))).toBe(code);
  });

  it('is proposed to a distributor one knows the code of, and to nobody who sells nothing', async () => {
    const codeOfParty = async (id: string) => (await headquarters.partners.get({ partyId: id })).code;

    const found = await giving.partners.sellerByCode({ code: await codeOfParty('D2') });

    expect(found).toMatchObject({ partyId: 'D2', kind: 'distributor' });
    const store = await codeOfParty('GOER');
    expect(await codeOf(giving.partners.sellerByCode({ code: store }))).toBe('partners.sellerUnknown');
  });

  it('is proposed once by one command', async () => {
    await shop.addStore({ id: 'ONCE' });
    const input = {
      commandId: shop.newId(),
      buyerId: 'ONCE',
      fromId: 'D1',
      toId: 'D2',
      effectiveOn: '2026-12-24',
      reason: '区域调整',
    };

    const [one, two] = [
      await giving.partners.proposeTransfer(input),
      await giving.partners.proposeTransfer(input),
    ];

    expect(two).toEqual(one);
    expect(await codeOf(giving.partners.proposeTransfer({ ...input, reason: '另议' }))).toBe(
      'command.idReused',
    );
  });

  it('is seen by its sides, its store and HQ, and by nobody else', async () => {
    const store = await shop.openStore({ id: 'SEEN' });
    const stranger = await shop.openStore({ id: 'UNSEEING' });
    const { transferId } = await propose(giving, 'SEEN');

    for (const client of [giving, receiving, headquarters, store]) {
      const list = await client.partners.transfers({ buyerId: 'SEEN' });
      expect(list.items.map((item) => item.transferId)).toEqual([transferId]);
      expect((await client.partners.transfer({ transferId })).state).toBe('proposed');
    }
    expect((await stranger.partners.transfers({})).items).toEqual([]);
    expect(await codeOf(stranger.partners.transfer({ transferId }))).toBe('partners.transferUnknown');
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await giving.partners.transfers({ limit: 4, ...(cursor ? { cursor } : {}) });
      pages.push(...page.items.map((item) => item.transferId));
      cursor = page.nextCursor;
    }
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages.length).toBeGreaterThan(8);
  });

  endsWithBooks(() => shop);
});

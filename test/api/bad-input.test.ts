import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type RawRequest, type Shop } from './open-shop';

afterAll(removePlaces);

const cursorOf = (text: string) => Buffer.from(text).toString('base64url');

forEachEngine('bad input', (engine) => {
  let shop: Shop;
  let tokens: Record<'s1' | 'd1', string>;

  beforeAll(async () => {
    shop = await openShop(engine);
    const [s1, d1] = await Promise.all([shop.tokenOf('s1'), shop.tokenOf('d1')]);
    tokens = { s1, d1 };
  });
  afterAll(() => shop.close());

  /** Sends a request that must be refused, in Chinese, and must leave everything as it was. */
  const refuse = async (who: 's1' | 'd1', request: RawRequest) => {
    const before = await shop.ledger();
    const { status, body } = await shop.send({ token: tokens[who], ...request });
    const { code, title, requestId, errors } = body as {
      code: string;
      title: string;
      requestId: string;
      errors?: { path: string; message: string }[];
    };

    expect(await shop.ledger()).toEqual(before);
    expect(title).toMatch(/[一-龥]/);
    expect(requestId).toMatch(/./);
    for (const { message } of errors ?? []) expect(message).toMatch(/[一-龥]/);
    return { status, code, paths: [...new Set(errors?.map(({ path }) => path))] };
  };
  const post = (path: string, body: unknown): RawRequest => ({
    method: 'POST',
    path,
    text: JSON.stringify(body),
  });
  const order = (more: object) =>
    post('/api/v1/orders', { orderId: shop.newId(), lines: [{ skuId: 'WATER', quantity: 50 }], ...more });
  const receipt = (more: object) =>
    post('/api/v1/stock/receipts', {
      receiptId: shop.newId(),
      warehouseId: 'W-D1',
      skuId: 'WATER',
      lotNo: 'BAD-1',
      producedOn: '2026-11-01',
      quantity: 1,
      ...more,
    });

  it.each([
    ['half a document', '{"orderId": "O1", "lines": [', 400, 'request.malformed'],
    ['a list', '[]', 400, 'request.malformed'],
    ['a number', '7', 400, 'request.malformed'],
    ['a prototype', '{"__proto__": {"a": 1}}', 400, 'request.malformed'],
    ['nothing', '', 400, 'request.invalid'],
    ['too much', JSON.stringify({ note: 'x'.repeat(1_100_000) }), 413, 'request.tooLarge'],
  ])('refuses a body that is %s', async (_, text, status, code) => {
    const answer = await refuse('s1', { method: 'POST', path: '/api/v1/orders', text });

    expect(answer).toMatchObject({ status, code });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk'])(
    'refuses a body that says it is %s',
    async (contentType) => {
      const answer = await refuse('s1', { ...order({}), contentType });

      expect(answer).toMatchObject({ status: 415, code: 'request.notJson' });
    },
  );

  it.each<[string, object, number, string]>([
    ['goods there are not', { lines: [{ skuId: 'NOTHING', quantity: 1 }] }, 404, 'catalog.skuUnknown'],
    [
      'the same goods in two lines',
      {
        lines: [
          { skuId: 'WATER', quantity: 50 },
          { skuId: 'WATER', quantity: 1 },
        ],
      },
      422,
      'orders.lineTwice',
    ],
    ['another’s address', { addressId: 'A-S3' }, 404, 'partners.addressUnknown'],
    ['a supplier that is not one', { supplierId: 'D2' }, 422, 'partners.notSupplied'],
    ['another price than the buyer saw', { expectedPayableFen: 9_999 }, 409, 'orders.priceChanged'],
  ])('refuses an order of %s', async (_, more, status, code) => {
    expect(await refuse('s1', order(more))).toMatchObject({ status, code });
  });

  it.each([0, -1, 1.5, 1_000_001, 1e308, '12', null, true])('refuses a quantity of %p', async (quantity) => {
    const answer = await refuse('s1', order({ lines: [{ skuId: 'WATER', quantity }] }));

    expect(answer).toEqual({ status: 400, code: 'request.invalid', paths: ['lines[0].quantity'] });
  });

  it.each<[string, object, string[]]>([
    ['no lines', { lines: [] }, ['lines']],
    [
      '1001 lines',
      { lines: Array.from({ length: 1_001 }, (_, at) => ({ skuId: `SKU${at}`, quantity: 1 })) },
      ['lines'],
    ],
    ['an id with a blank', { orderId: 'ORDER 1' }, ['orderId']],
    ['an id of 41 characters', { orderId: 'x'.repeat(41) }, ['orderId']],
    ['a note of 201 characters', { note: '好'.repeat(201) }, ['note']],
    ['half a fen', { expectedPayableFen: 0.5 }, ['expectedPayableFen']],
    ['a missing SKU', { lines: [{ quantity: 1 }] }, ['lines[0].skuId']],
  ])('refuses an order with %s', async (_, more, paths) => {
    expect(await refuse('s1', order(more))).toEqual({ status: 400, code: 'request.invalid', paths });
  });

  it('takes an order of a thousand lines and of the largest quantity', async () => {
    const client = await shop.as('s1');
    const lines = Array.from({ length: 1_000 }, (_, at) => ({ skuId: `SKU${at}`, quantity: 1 }));

    const refused = await refuse('s1', order({ lines }));
    const quote = await client.orders.quote({ lines: [{ skuId: 'WATER', quantity: 1_000_000 }] });

    expect(refused).toMatchObject({ status: 404, code: 'catalog.skuUnknown' });
    expect(quote).toMatchObject({ payableFen: 200_000_000, verdict: 'held' });
  });

  it.each([
    ['words', '!!!'],
    ['no cursor of ours', 'not-a-cursor'],
    ['too few values', cursorOf('[1]')],
    ['values of another kind', cursorOf('["a","b"]')],
    ['an object', cursorOf('{}')],
    ['a number without end', cursorOf('[1e999,"x"]')],
  ])('refuses a cursor of %s', async (_, cursor) => {
    const path = `/api/v1/orders?cursor=${encodeURIComponent(cursor)}`;

    expect(await refuse('s1', { path })).toMatchObject({ status: 400, code: 'request.cursorUnknown' });
  });

  it.each(['/api/v1/stock/lots', '/api/v1/partners', '/api/v1/credit/accounts', '/api/v1/credit/bills'])(
    'refuses a cursor that is none of its own at %s',
    async (path) => {
      const answer = await refuse('d1', { path: `${path}?cursor=${cursorOf('[1,2,3]')}` });

      expect(answer).toMatchObject({ status: 400, code: 'request.cursorUnknown' });
    },
  );

  it.each(['limit=0', 'limit=101', 'limit=x', 'limit=1.5', 'limit=1&limit=2', 'side=theirs', 'state=lost'])(
    'refuses a list asked for with %s',
    async (query) => {
      const answer = await refuse('s1', { path: `/api/v1/orders?${query}` });

      expect(answer).toMatchObject({ status: 400, code: 'request.invalid' });
    },
  );

  it.each<[string, object, number, string]>([
    ['made tomorrow', { producedOn: '2026-11-23' }, 422, 'stock.dateInFuture'],
    ['of goods there are not', { skuId: 'NOTHING' }, 404, 'catalog.skuUnknown'],
    ['known by another date', { lotNo: 'W-SOON', producedOn: '2026-11-02' }, 409, 'stock.lotDiffers'],
    ['into another’s warehouse', { warehouseId: 'W-D2' }, 404, 'stock.warehouseUnknown'],
    ['of nothing', { quantity: 0 }, 400, 'request.invalid'],
    ['without a number', { lotNo: '  ' }, 400, 'request.invalid'],
    ['made on no day', { producedOn: 'yesterday' }, 400, 'request.invalid'],
    ['made in the 13th month', { producedOn: '2026-13-01' }, 400, 'request.invalid'],
    ['made on 31 February', { producedOn: '2026-02-31' }, 400, 'request.invalid'],
  ])('refuses to receive a lot %s', async (_, more, status, code) => {
    expect(await refuse('d1', receipt(more))).toMatchObject({ status, code });
  });

  it.each<[string, object, string]>([
    ['no money', { amountFen: 0 }, 'request.invalid'],
    ['money taken back', { amountFen: -1 }, 'request.invalid'],
    ['half a fen', { amountFen: 0.5 }, 'request.invalid'],
    ['more money than can be counted', { amountFen: 2 ** 53 }, 'request.invalid'],
    ['money of a stranger', { buyerId: 'S5' }, 'credit.accountUnknown'],
    ['money for a bill there is not', { billId: 'NO-BILL' }, 'credit.billUnknown'],
  ])('refuses to book %s', async (_, more, code) => {
    const body = { receiptId: shop.newId(), buyerId: 'S1', amountFen: 100, ...more };

    expect((await refuse('d1', post('/api/v1/credit/receipts', body))).code).toBe(code);
  });

  it.each<[string, object]>([
    ['below nothing', { limitFen: -1 }],
    ['of half a fen', { limitFen: 0.5 }],
    ['for half a day', { termDays: 0.5 }],
    ['for ever', { termDays: 366 }],
  ])('refuses a limit %s', async (_, more) => {
    const body = { commandId: shop.newId(), buyerId: 'S1', limitFen: 100, termDays: 30, ...more };

    expect((await refuse('d1', post('/api/v1/credit/limits', body))).code).toBe('request.invalid');
  });

  it('books money exactly or refuses it, however much it is', async () => {
    const client = await shop.as('d1');
    const amountFen = Number.MAX_SAFE_INTEGER;
    const pay = () => client.credit.receive({ receiptId: shop.newId(), buyerId: 'S2', amountFen });

    const answers = await Promise.allSettled([pay(), pay()]);

    const [account] = await shop.rows<{ unappliedFen: number }>(
      `SELECT unappliedFen FROM creditAccount WHERE buyerId = 'S2'`,
    );
    const taken = answers.filter(({ status }) => status === 'fulfilled').length;
    expect(BigInt(account?.unappliedFen ?? 0)).toBe(BigInt(amountFen) * BigInt(taken));
  });

  it('says so when there is no such route, or not by that method', async () => {
    expect(await refuse('s1', { path: '/api/v1/nothing' })).toMatchObject({
      status: 404,
      code: 'route.unknown',
    });
    expect(await refuse('s1', post('/api/v1/auth/me', {}))).toMatchObject({
      status: 405,
      code: 'method.notAllowed',
    });
    expect(await refuse('s1', { path: '/api/v1/orders/a%20b' })).toMatchObject({
      status: 400,
      code: 'request.invalid',
    });
  });

  endsWithBooks(() => shop);
});

import { contract } from '@tongpan/bff/src/contract';
import { requestOf } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { password } from './found-company';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

type RouteName = {
  [Domain in keyof typeof contract]: `${Domain}.${keyof (typeof contract)[Domain] & string}`;
}[keyof typeof contract];

/** Who knocks: nobody, people of a store, of a distributor, and of HQ, with every role or one that does not fit. */
const callers = ['nobody', 's1', 's1-money', 'd1', 'd1-buyer', 'hq', 'hq-money'] as const;
type Answers = readonly string[];

const no = 'access.denied';
const out = 'auth.required';
/** What each of `callers` hears, by the rule a route has. */
const anyone = (code: string): Answers => Array(7).fill(code) as Answers;
const signedIn = (store: string, distributor: string, hq: string): Answers => [
  out,
  store,
  store,
  distributor,
  distributor,
  hq,
  hq,
];
const buyer = (store: string, distributor: string): Answers => [
  out,
  store,
  no,
  distributor,
  distributor,
  no,
  no,
];
const seller = (distributor: string, hq: string): Answers => [out, no, no, distributor, distributor, hq, hq];
/** Roles that the purchaser of a distributor and the bookkeeper of HQ do not have. */
const ownersOf = (distributor: string, hq: string): Answers => [out, no, no, distributor, no, hq, no];
const finance = (distributor: string, hq: string): Answers => [out, no, no, distributor, no, hq, hq];

interface Row {
  readonly input: Record<string, unknown>;
  readonly answers: Answers;
}

const unknownOrder = { orderId: 'NO-SUCH-ORDER', commandId: 'NO-COMMAND' };
const basket = { lines: [{ skuId: 'WATER', quantity: 50 }] };

/** One row for each route there is. Inputs change nothing: they ask, or name what there is not. */
const rows: Record<RouteName, Row> = {
  'auth.logIn': { input: { loginName: 'nobody', password }, answers: anyone('auth.wrong') },
  'auth.logOut': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'auth.me': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'auth.sessions': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'auth.revokeSession': {
    input: { sessionId: 'NO-SUCH-SESSION' },
    answers: signedIn('auth.sessionUnknown', 'auth.sessionUnknown', 'auth.sessionUnknown'),
  },
  'auth.changePassword': {
    input: { currentPassword: 'not this one', newPassword: 'a-new-password' },
    answers: signedIn('auth.wrong', 'auth.wrong', 'auth.wrong'),
  },
  'catalog.search': { input: { q: 'WATER' }, answers: signedIn('ok', 'ok', 'ok') },
  'catalog.get': { input: { skuId: 'WATER' }, answers: signedIn('ok', 'ok', 'ok') },
  'catalog.categories': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'partners.suppliers': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'partners.addresses': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'partners.parties': { input: {}, answers: seller('ok', 'ok') },
  'orders.quote': { input: basket, answers: buyer('ok', 'ok') },
  'orders.place': {
    input: { orderId: 'ACCESS-1', ...basket, addressId: 'NO-SUCH-ADDRESS' },
    answers: buyer('partners.addressUnknown', 'partners.addressUnknown'),
  },
  'orders.list': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'orders.counts': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'orders.get': {
    input: { orderId: 'NO-SUCH-ORDER' },
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  'orders.cancel': {
    input: unknownOrder,
    answers: signedIn('orders.unknown', 'orders.unknown', 'orders.unknown'),
  },
  'orders.approve': { input: unknownOrder, answers: ownersOf('orders.unknown', 'orders.unknown') },
  'orders.reject': {
    input: { ...unknownOrder, reason: '不' },
    answers: ownersOf('orders.unknown', 'orders.unknown'),
  },
  'orders.ship': {
    input: { orderId: 'NO-SUCH-ORDER', shipmentId: 'NO-SHIPMENT' },
    answers: ownersOf('orders.unknown', 'orders.unknown'),
  },
  'orders.sign': {
    input: { ...unknownOrder, shipmentId: 'NO-SHIPMENT' },
    answers: buyer('orders.unknown', 'orders.unknown'),
  },
  'stock.warehouses': { input: {}, answers: seller('ok', 'ok') },
  'stock.lots': { input: {}, answers: seller('ok', 'ok') },
  'stock.receive': {
    input: {
      receiptId: 'ACCESS-2',
      warehouseId: 'NO-SUCH-WAREHOUSE',
      skuId: 'WATER',
      lotNo: 'L1',
      producedOn: '2026-01-01',
      quantity: 1,
    },
    answers: ownersOf('stock.warehouseUnknown', 'stock.warehouseUnknown'),
  },
  'credit.mine': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'credit.accounts': { input: {}, answers: seller('ok', 'ok') },
  'credit.bills': { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  'credit.entries': {
    input: { sellerId: 'NOBODY', buyerId: 'NOBODY' },
    answers: signedIn('credit.accountUnknown', 'credit.accountUnknown', 'credit.accountUnknown'),
  },
  'credit.receive': {
    input: { receiptId: 'ACCESS-3', buyerId: 'NOBODY', amountFen: 1 },
    answers: finance('credit.accountUnknown', 'credit.accountUnknown'),
  },
  'credit.setLimit': {
    input: { commandId: 'ACCESS-4', buyerId: 'NOBODY', limitFen: 1, termDays: 1 },
    answers: finance('credit.accountUnknown', 'credit.accountUnknown'),
  },
};

const routes = Object.entries(contract).flatMap(([domain, ofDomain]) =>
  Object.entries(ofDomain).map(([name, route]) => ({ name: `${domain}.${name}`, ...route })),
);

it('has a row for each route of the contract, and no other', () => {
  expect(Object.keys(rows).sort()).toEqual(routes.map(({ name }) => name).sort());
});

forEachEngine('who may call', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const call = async (endpoint: string, input: Record<string, unknown>, token: string | undefined) => {
    const { method, path, body } = requestOf(endpoint, input);
    const { status, body: answer } = await shop.send({
      method,
      path,
      ...(method === 'POST' ? { text: JSON.stringify(body) } : {}),
      ...(token ? { token } : {}),
    });
    const { code, title } = answer as { code?: string; title?: string };
    return { status, code: status < 300 ? 'ok' : (code ?? 'no code'), title };
  };

  it.each(routes)('$endpoint ($access) answers each caller by its rule', async ({ name, endpoint }) => {
    const { input, answers } = rows[name as RouteName];
    const heard: string[] = [];
    for (const caller of callers) {
      // Logging out ends a session that is not needed again.
      const isLogOut = name === 'auth.logOut';
      const token =
        caller === 'nobody'
          ? undefined
          : isLogOut
            ? (await shop.logIn(caller)).token
            : await shop.tokenOf(caller);
      const { status, code, title } = await call(endpoint, input, token);
      heard.push(code);

      if (code === out) expect(status).toBe(401);
      if (code === no) expect(status).toBe(403);
      if (code !== 'ok') expect(title).toMatch(/[一-龥]/);
      expect(status).toBeLessThan(500);
    }

    expect(Object.fromEntries(callers.map((caller, at) => [caller, heard[at]]))).toEqual(
      Object.fromEntries(callers.map((caller, at) => [caller, answers[at]])),
    );
  });

  it.each(routes.filter(({ access }) => access !== 'public'))(
    '$endpoint opens to no token that nobody was given',
    async ({ name, endpoint }) => {
      const { status, code } = await call(
        endpoint,
        rows[name as RouteName].input,
        'a-token-nobody-was-given',
      );

      expect([status, code]).toEqual([401, 'auth.expired']);
    },
  );

  endsWithBooks(() => shop);
});

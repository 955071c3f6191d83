import { requestOf } from '@tongpan/bff';
import { type Contract, contract } from '@tongpan/bff/src/contract';
import type { Route } from '@tongpan/bff/src/contract/route';
import { mayCall } from '@tongpan/bff/src/http/access';
import type { Caller } from '@tongpan/core';
import type { z } from 'zod';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { afterSalesAnothers } from './anothers-ids/after-sales';
import { announcementsAnothers } from './anothers-ids/announcements';
import { attachmentsAnothers } from './anothers-ids/attachments';
import { auditLogAnothers } from './anothers-ids/audit-log';
import { authAnothers } from './anothers-ids/auth';
import { catalogAnothers } from './anothers-ids/catalog';
import { creditAnothers } from './anothers-ids/credit';
import { deliveryAnothers } from './anothers-ids/delivery';
import { exchangeAnothers } from './anothers-ids/exchange';
import { flashAnothers } from './anothers-ids/flash';
import { listsAnothers } from './anothers-ids/lists';
import { messagesAnothers } from './anothers-ids/messages';
import { openApiAnothers } from './anothers-ids/open-api';
import { ordersAnothers } from './anothers-ids/orders';
import { partnersAnothers } from './anothers-ids/partners';
import { paymentsAnothers } from './anothers-ids/payments';
import { poolAnothers } from './anothers-ids/pool';
import { promotionsAnothers } from './anothers-ids/promotions';
import { insightAnothers } from './anothers-ids/insight';
import { rebatesAnothers } from './anothers-ids/rebates';
import { type AnothersRowsOf, type Asked } from './anothers-ids/row';
import { shippingAnothers } from './anothers-ids/shipping';
import { stockAnothers } from './anothers-ids/stock';
import { systemAnothers } from './anothers-ids/system';
import { territoryAnothers } from './anothers-ids/territory';
import { workAnothers } from './anothers-ids/work';
import { makeThings, type Things } from './anothers-ids/things';
import { endsWithBooks, openShop, type Shop } from './open-shop';
import { accessRows } from './who-may-call';

afterAll(removePlaces);

/** A room without its rows, a route without its row, or an id that no row speaks of, does not compile. */
const rows: { readonly [Domain in keyof Contract]: AnothersRowsOf<Domain> } = {
  auth: authAnothers,
  catalog: catalogAnothers,
  partners: partnersAnothers,
  territory: territoryAnothers,
  orders: ordersAnothers,
  stock: stockAnothers,
  pool: poolAnothers,
  credit: creditAnothers,
  delivery: deliveryAnothers,
  payments: paymentsAnothers,
  lists: listsAnothers,
  flash: flashAnothers,
  afterSales: afterSalesAnothers,
  attachments: attachmentsAnothers,
  exchange: exchangeAnothers,
  promotions: promotionsAnothers,
  rebates: rebatesAnothers,
  insight: insightAnothers,
  messages: messagesAnothers,
  announcements: announcementsAnothers,
  shipping: shippingAnothers,
  auditLog: auditLogAnothers,
  system: systemAnothers,
  work: workAnothers,
  openApi: openApiAnothers,
};

type AnyRoute = Route<string, z.ZodType, z.ZodType>;
type AnyRow = string | Readonly<Record<string, Asked | string>>;

const questions = Object.entries(contract).flatMap(([domain, ofDomain]) =>
  Object.entries<AnyRoute>(ofDomain).flatMap(([name, { endpoint, access }]) => {
    const row = (rows as unknown as Record<string, Record<string, AnyRow>>)[domain]?.[name] ?? '';
    const { input } = (accessRows as Record<string, Record<string, { input: object }>>)[domain]?.[name] ?? {
      input: {},
    };
    return typeof row === 'string'
      ? []
      : Object.entries(row).flatMap(([place, asked]) =>
          typeof asked === 'string' ? [] : [{ endpoint, access, place, asked, base: input }],
        );
  }),
);

/** Who has nothing to do with S1 and D1. */
const strangers = {
  stranger: { partyKind: 'store', roles: ['owner'] },
  d3: { partyKind: 'distributor', roles: ['owner'] },
} as const satisfies Record<string, Pick<Caller, 'partyKind' | 'roles'>>;

/** An input with an id put into its place: a field, a list of ids, or a field of a list's first item. */
function withId(input: Readonly<Record<string, unknown>>, place: string, id: string) {
  const [field = '', inner] = place.split('.');
  if (inner !== undefined) {
    const [item] = (input[field] ?? [{}]) as object[];
    return { ...input, [field]: [{ ...item, [inner]: id }] };
  }
  return { ...input, [field]: field.endsWith('Ids') ? [id] : id };
}

forEachEngine('another party’s ids', (engine) => {
  let shop: Shop;
  let things: Things;

  beforeAll(async () => {
    shop = await openShop(engine);
    things = await makeThings(shop);
  });
  afterAll(() => shop.close());

  /** What an answer tells; where and in which request it was given is left out. */
  const ask = async (endpoint: string, input: Record<string, unknown>, token: string | undefined) => {
    const said = 'commandId' in input ? { ...input, commandId: shop.newId() } : input;
    const { method, path, body } = requestOf(endpoint, said);
    const { status, body: answer } = await shop.send({
      method,
      path,
      ...(method === 'POST' ? { text: JSON.stringify(body) } : {}),
      ...(token ? { token } : {}),
    });
    if (status < 300) return { status, code: 'ok', told: answer };
    const { code, title, detail } = answer as { code?: string; title?: string; detail?: string };
    return { status, code, told: { title, detail } };
  };

  it.each(questions)(
    '$endpoint tells a stranger nothing by $place',
    async ({ endpoint, access, place, asked, base }) => {
      const input = { ...base, ...asked.with };
      const callers = Object.entries(strangers).filter(([, caller]) => mayCall(access, caller));
      expect(callers).not.toEqual([]);
      for (const [who] of callers) {
        const token = access === 'public' ? undefined : await shop.tokenOf(who);
        const before = await shop.everything();
        const told = await ask(endpoint, withId(input, place, things[asked.of]), token);

        expect(told).toMatchObject({ code: asked.code });
        if (!asked.isTaken)
          expect(told).toEqual(await ask(endpoint, withId(input, place, 'NO-SUCH-THING'), token));
        expect(await shop.everything()).toEqual(before);
      }
    },
  );

  endsWithBooks(() => shop);
});

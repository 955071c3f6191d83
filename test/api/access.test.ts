import { contract } from '@tongpan/bff/src/contract';
import type { Route } from '@tongpan/bff/src/contract/route';
import { scopesThatOpen } from '@tongpan/bff/src/http/scopes';
import { requestOf } from '@tongpan/bff';
import { scopesFor } from '@tongpan/core';
import type { z } from 'zod';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';
import { accessRows } from './who-may-call';
import { callers, no, out, type Row } from './who-may-call/row';

afterAll(removePlaces);

const routes = Object.entries(contract).flatMap(([domain, ofDomain]) =>
  Object.entries<Route<string, z.ZodType, z.ZodType>>(ofDomain).map(([name, route]) => ({
    name: `${domain}.${name}`,
    ...route,
  })),
);
const rowOf = new Map<string, Row>(
  Object.entries(accessRows).flatMap(([domain, ofDomain]) =>
    Object.entries<Row>(ofDomain).map(([name, row]) => [`${domain}.${name}`, row] as const),
  ),
);
const rowFor = (name: string): Row => rowOf.get(name) as Row;

/** Owners who have given a program a key, and what their parties are. */
const keyOwners = [
  ['s1', 'store'],
  ['d1', 'distributor'],
  ['hq', 'hq'],
] as const;

it('has a row for each route of the contract, and no other', () => {
  expect([...rowOf.keys()].sort()).toEqual(routes.map(({ name }) => name).sort());
});

forEachEngine('who may call', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const keys = new Map<string, Promise<string>>();
  /** The key of an owner with every scope there is for such a party. */
  const keyOf = (who: (typeof keyOwners)[number][0], kind: (typeof keyOwners)[number][1]) => {
    const known =
      keys.get(who) ??
      shop.as(who).then(async ({ openApi }) => {
        const scopes = [...scopesFor(kind)];
        return (await openApi.makeKey({ commandId: shop.newId(), name: who, scopes })).token ?? '';
      });
    keys.set(who, known);
    return known;
  };

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
    const { input, answers } = rowFor(name);
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

  it.each(routes)(
    '$endpoint answers a key as its owner where a scope opens it',
    async ({ name, endpoint, access }) => {
      const { input, answers } = rowFor(name);
      for (const [who, kind] of keyOwners) {
        const { code } = await call(endpoint, input, await keyOf(who, kind));
        const isOpen = scopesThatOpen(endpoint).some((scope) => scopesFor(kind).some((one) => one === scope));
        const asOwner = answers[callers.indexOf(who)];

        expect([who, code]).toEqual([who, access === 'public' || isOpen ? asOwner : 'access.outOfScope']);
      }
    },
  );

  it.each(routes.filter(({ access }) => access !== 'public'))(
    '$endpoint opens to no token that nobody was given',
    async ({ name, endpoint }) => {
      const { status, code } = await call(endpoint, rowFor(name).input, 'a-token-nobody-was-given');

      expect([status, code]).toEqual([401, 'auth.expired']);
    },
  );

  endsWithBooks(() => shop);
});

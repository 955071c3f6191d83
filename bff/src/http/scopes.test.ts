import { apiScopes } from '@tongpan/core';
import { contract } from '../contract';
import { opens, scopesThatOpen } from './scopes';

const routesOf = (domain: keyof typeof contract) => Object.values<{ endpoint: string }>(contract[domain]);

it('opens to keys neither keys and webhooks nor log-ins, whatever their scopes', () => {
  const closed = (['openApi', 'auth', 'auditLog', 'system', 'work', 'exchange'] as const).flatMap(routesOf);

  expect(closed.filter(({ endpoint }) => opens(apiScopes, endpoint))).toEqual([]);
});

it('lets a key that reads change nothing', () => {
  const reading = apiScopes.filter((scope) => scope.endsWith('.read'));
  const written = Object.keys(contract)
    .flatMap((domain) => routesOf(domain as keyof typeof contract))
    .filter(({ endpoint }) => endpoint.startsWith('POST') && opens(reading, endpoint));

  expect(written).toEqual([]);
});

it('says which scopes open a route', () => {
  expect(scopesThatOpen(contract.partners.addresses.endpoint)).toEqual(['orders.read', 'orders.write']);
  expect(scopesThatOpen(contract.partners.addStaff.endpoint)).toEqual([]);
});

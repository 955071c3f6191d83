import { apiScopes, rolesOf, scopesFor } from './scopes';

it('gives a store no scope of a seller’s desk', () => {
  expect(scopesFor('store')).toEqual(['catalog.read', 'orders.read', 'orders.write', 'credit.read']);
});

it('lets HQ, which buys of nobody, place no orders', () => {
  expect(scopesFor('hq')).not.toContain('orders.write');
});

it('acts in the roles of its scopes and never as an owner', () => {
  expect(rolesOf(['orders.read', 'orders.write', 'credit.read'])).toEqual(['purchaser', 'finance']);
  expect(rolesOf(apiScopes)).not.toContain('owner');
});

import type { Me } from '../features/auth/me';

/** Which orders a party looks at first: HQ the whole channel, a distributor what was ordered from it. */
export const ownSide = (me: Me) => (me.party.kind === 'hq' ? 'all' : 'seller');

/** The sides a party may choose from on the list of all orders. */
export const sidesOf = (me: Me) =>
  me.party.kind === 'hq'
    ? ([
        { value: 'all', label: '全渠道' },
        { value: 'seller', label: '总部供货' },
      ] as const)
    : ([
        { value: 'seller', label: '客户订单' },
        { value: 'buyer', label: '我的采购' },
      ] as const);

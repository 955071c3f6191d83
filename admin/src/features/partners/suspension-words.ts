import type { StateWords } from '../../ui/state-tag';
import type { Suspension } from './queries';

export const suspensionStates: Readonly<Record<Suspension['state'], StateWords>> = {
  waiting: { text: '待生效', color: 'gold' },
  inForce: { text: '停用中', color: 'red' },
  over: { text: '已结束', color: 'default' },
};

/** What is stopped: HQ stops a party, a supplier its supply to it. */
export const suspensionEffects: Readonly<
  Record<Suspension['scope'], Readonly<Record<Suspension['effect'], string>>>
> = {
  party: { orders: '停止下单', logIn: '停止下单与登录' },
  supply: { orders: '停止供货', logIn: '停止供货' },
};

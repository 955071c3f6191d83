import { password } from './found-company';
import type { PayingShop } from './paying-shop';

export type App = 'miniapp' | 'h5';

export interface Person {
  readonly name: string;
  readonly phone?: string;
  readonly isRisky?: boolean;
  readonly isSnapshot?: boolean;
}

/** People at a shop with WeChat and text messages: those who have a WeChat, and the stores they act for. */
export function wechatPeople(shop: PayingShop) {
  let count = 0;

  const callAt = (id: string, phone: string) =>
    shop.run('UPDATE party SET contactPhone = ? WHERE id = ?', [phone, id]);
  /** A store whose contact phone somebody has typed, with a member of staff beside its owner. */
  const anUnprovedStore = async () => {
    count += 1;
    const id = `WX${count}`;
    const owner = id.toLowerCase();
    const phone = `1380000${String(count).padStart(4, '0')}`;
    await shop.addStore({ id, people: { [owner]: ['owner'], [`${owner}-buyer`]: ['purchaser'] } });
    await callAt(id, phone);
    return { id, owner, buyer: `${owner}-buyer`, phone };
  };
  const prove = (loginName: string, phone: string) =>
    shop.run('INSERT INTO verifiedPhone (phone, userId, provedBy, verifiedAt) VALUES (?, ?, ?, ?)', [
      phone,
      `U-${loginName}`,
      'code',
      1,
    ]);
  /** A store whose owner has proved the number it is called at. */
  const aStore = async () => {
    const store = await anUnprovedStore();
    await prove(store.owner, store.phone);
    return store;
  };

  const aPerson = async (person: Omit<Person, 'name'> = {}) => {
    count += 1;
    const name = `客人${count}`;
    await shop.control('people', { name, ...person });
    return name;
  };
  const codeFor = async (person: string, kind: 'login' | 'oauth' | 'phone') =>
    (await shop.control<{ code: string }>('codes', { kind, person })).code;
  const logInCodeFor = (person: string, app: App) => codeFor(person, app === 'miniapp' ? 'login' : 'oauth');
  const enter = async (person: string, app: App = 'miniapp') =>
    shop.visitor.auth.wechatLogIn({ app, code: await logInCodeFor(person, app) });
  const ticketFor = async (person: string, app: App = 'miniapp') => {
    const answer = await enter(person, app);
    if (answer.outcome !== 'notBound') throw new Error(`expected a ticket, got ${answer.outcome}`);
    return answer.ticket;
  };
  const bind = async (person: string, loginName: string, app: App = 'miniapp') =>
    shop.visitor.auth.bindByPassword({ ticket: await ticketFor(person, app), loginName, password });
  const clientAfter = (answer: Awaited<ReturnType<typeof enter>>) => {
    if (answer.outcome !== 'loggedIn') throw new Error(`expected to be in, got ${answer.outcome}`);
    return shop.clientOf(answer.token);
  };

  /** The codes that reached a phone, once as many as expected are there. */
  const codesAt = async (phone: string, atLeast: number): Promise<string[]> => {
    for (let look = 0; look < 200; look += 1) {
      const found = await shop.control<{ sms: { parameters: { code: string } }[] }>(`sms?phone=${phone}`);
      const codes = found.sms.map(({ parameters }) => parameters.code);
      if (codes.length >= atLeast) return codes;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('no code arrived');
  };
  const enterByCode = (phone: string, code: string) => shop.visitor.auth.codeLogIn({ phone, code });

  return {
    callAt,
    anUnprovedStore,
    prove,
    aStore,
    aPerson,
    codeFor,
    logInCodeFor,
    enter,
    ticketFor,
    bind,
    clientAfter,
    codesAt,
    enterByCode,
  };
}

/** A code that is not this one. */
export const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

import { type Keys, personDigest } from './keys';

export interface Person {
  readonly name: string;
  phone: string;
  /** Logged in from somewhere WeChat mistrusts: code2Session refuses with 40226. */
  isRisky: boolean;
  /** Browses without logging in: OAuth answers with a made-up user. */
  isSnapshot: boolean;
}

/** The person at the cashier and at log-in, unless another one is named. */
export const usualPerson = '王小明';

/** People with their ids: an openid of each app, and one unionid over both. They are met by name. */
export function openPeople(keys: Keys, saved: readonly Person[] = []) {
  const people = new Map<string, Person>();
  const byOpenid = new Map<string, { readonly appid: string; readonly person: Person }>();
  const appids = [keys.apps.miniapp.appid, keys.apps.h5.appid];

  const openidOf = (name: string, appid: string) => `o${personDigest(keys, `${appid} ${name}`).slice(0, 27)}`;

  function add(person: Person): Person {
    people.set(person.name, person);
    for (const appid of appids) byOpenid.set(openidOf(person.name, appid), { appid, person });
    return person;
  }
  for (const person of saved) add(person);

  return {
    /** The person of this name, who has lived here all along. */
    meet(name: string): Person {
      const digits = BigInt(`0x${Buffer.from(personDigest(keys, name)).toString('hex')}`)
        .toString()
        .slice(-9);
      return people.get(name) ?? add({ name, phone: `13${digits}`, isRisky: false, isSnapshot: false });
    },
    openidOf,
    unionidOf: (name: string) => `o6${personDigest(keys, `union ${name}`).slice(0, 26)}`,
    /** Who has this openid, and of which app it is. */
    holderOf: (openid: string) => byOpenid.get(openid),
    saved: (): Person[] => [...people.values()],
  };
}

export type People = ReturnType<typeof openPeople>;

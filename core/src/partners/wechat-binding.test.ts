import { bindingStep, decidesRebinding, type WechatBinding, wechatMark } from './wechat-binding';

const aBinding = (given: Partial<WechatBinding> = {}): WechatBinding => ({
  app: 'miniapp',
  appid: 'wx1',
  openid: 'o-mine',
  unionid: null,
  userId: 'me',
  boundAt: 1,
  unboundAt: null,
  ...given,
});
const undone = { unboundAt: 2 };
const aWechat = (openid: string, unionid: string | null = null) => ({ appid: 'wx1', openid, unionid });

describe('what becomes of a WeChat and a user', () => {
  it('binds where neither had anybody', () => {
    expect(bindingStep('me', aWechat('o-mine'), { ofUser: [] })).toBe('bind');
  });

  it('knows those who are bound to each other', () => {
    const mine = aBinding();
    expect(bindingStep('me', aWechat('o-mine'), { ofUser: [mine], ofOpenid: mine })).toBe('isBound');
  });

  it('binds those again who were bound to each other before', () => {
    const mine = aBinding(undone);
    expect(bindingStep('me', aWechat('o-mine'), { ofUser: [mine], ofOpenid: mine })).toBe('bind');
  });

  it.each([
    ['is bound', {}],
    ['was bound and undid it', undone],
  ])('asks before another WeChat for a user who %s', (_, given) => {
    const ofUser = [aBinding({ openid: 'o-old', ...given })];
    expect(bindingStep('me', aWechat('o-new'), { ofUser })).toBe('ask');
  });

  it.each([
    ['the same', 'u-mine', 'u-mine', 'bind'],
    ['another', 'u-mine', 'u-new', 'ask'],
    ['one that nobody can tell from it', 'u-mine', null, 'bind'],
    ['one that it cannot be told from', null, 'u-new', 'bind'],
  ])('holds the WeChat of another app beside %s', (_, known, unionid, step) => {
    const ofUser = [aBinding({ app: 'h5', appid: 'wx2', openid: 'o-page', unionid: known })];
    expect(bindingStep('me', aWechat('o-new', unionid), { ofUser })).toBe(step);
  });

  it('takes nobody’s WeChat away, not even by asking', () => {
    const ofOpenid = aBinding({ userId: 'another', openid: 'o-new' });
    const ofUser = [aBinding({ openid: 'o-old' })];
    expect(bindingStep('me', aWechat('o-new'), { ofOpenid, ofUser: [] })).toBe('taken');
    expect(bindingStep('me', aWechat('o-new'), { ofOpenid, ofUser })).toBe('taken');
  });

  it('lets a WeChat go to another user once its own has undone the binding', () => {
    const ofOpenid = aBinding({ userId: 'another', openid: 'o-new', ...undone });
    const ofUser = [aBinding({ openid: 'o-old' })];
    expect(bindingStep('me', aWechat('o-new'), { ofOpenid, ofUser: [] })).toBe('bind');
    expect(bindingStep('me', aWechat('o-new'), { ofOpenid, ofUser })).toBe('ask');
  });
});

describe('who decides about another WeChat', () => {
  const owner = { id: 'owner', partyId: 'store', roles: ['owner'] as const };
  const buyer = { id: 'buyer', partyId: 'store', roles: ['purchaser'] as const };
  const atHeadquarters = { id: 'clerk', partyId: 'hq', roles: ['finance'] as const };
  const callers = {
    theirOwner: { userId: 'owner', partyId: 'store', partyKind: 'store' },
    otherStore: { userId: 'other', partyId: 'other', partyKind: 'store' },
    supplier: { userId: 'supplier', partyId: 'd1', partyKind: 'distributor' },
    headquarters: { userId: 'hq', partyId: 'hq', partyKind: 'hq' },
  } as const;
  const decidersOf = (user: typeof owner | typeof buyer | typeof atHeadquarters) =>
    Object.entries(callers)
      .filter(([, caller]) => decidesRebinding(caller, user))
      .map(([name]) => name);

  it('is HQ for an owner', () => expect(decidersOf(owner)).toEqual(['headquarters']));
  it('is the owner for the people of the party', () => expect(decidersOf(buyer)).toEqual(['theirOwner']));
  it('is HQ for its own people', () => expect(decidersOf(atHeadquarters)).toEqual(['headquarters']));
  it('is nobody for oneself', () => {
    const self = { userId: 'hq', partyId: 'hq', partyKind: 'hq' } as const;
    expect(decidesRebinding(self, { id: 'hq', partyId: 'hq', roles: ['owner'] })).toBe(false);
  });
});

it('tells two WeChats apart by the end of their names, and no more', () => {
  expect(wechatMark('oAbcdefghijklmnopqrstuvw123456')).toBe('123456');
});

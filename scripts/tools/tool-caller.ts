import type { Caller, Core } from '@tongpan/core';

/**
 * Who a tool works for: someone who has the database itself may act for anybody, and says for whom.
 * @throws Error when there is nobody of that name
 */
export async function toolCaller(core: Core, loginName: string | undefined): Promise<Caller> {
  const headquarters = await core.partners.headquarters();
  if (!headquarters) throw new Error('This installation is empty. Run npm run set-up first.');
  const me = loginName
    ? await core.partners.findUser(loginName)
    : { user: (await core.partners.usersOf(headquarters.id))[0], party: headquarters };
  if (!me?.user) throw new Error(`Nobody logs in as ${loginName ?? 'HQ'}.`);
  const { user, party } = me;
  return {
    userId: user.id,
    userName: user.name,
    partyId: party.id,
    partyKind: party.kind,
    roles: user.roles,
    sessionId: 'tool',
    channel: 'tool',
    deviceId: 'tool',
    ip: '',
    at: core.clock.now(),
  };
}

import { randomBytes } from 'node:crypto';
import { type Caller, Contended, type Platform, Refused, type Role, type Tx } from '../platform';
import { staffLimit, staffRefusal } from './check-staff';
import { deskOf } from './desk-service';
import type { User } from './model';
import { partyStore } from './party-store';
import { hashPassword } from './password-service';
import type { SessionWatch } from './session-cache-service';
import { partnerStore } from './store';

export interface NewStaff {
  readonly commandId: string;
  readonly loginName: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface StaffCommand {
  readonly commandId: string;
  readonly userId: string;
}

/** A password that is said once, to whoever asked for it, and opens nothing but its own change. */
export async function makeOneTimePassword() {
  const password = randomBytes(9).toString('base64url');
  return { password, passwordHash: await hashPassword(password) };
}

/** The desk where the owner of a party lets people in and out. */
export function staffDesk(platform: Platform, sessions: SessionWatch) {
  const desk = deskOf(platform);

  /** The staff with their rows locked, and the one meant. @throws partners.staffUnknown */
  const lockStaff = async (tx: Tx, caller: Caller, userId: string) => {
    const staff = await partyStore(tx).staffLocked(caller.partyId);
    const member = staff.find(({ id }) => id === userId);
    if (!member) throw new Refused('partners.staffUnknown');
    return { staff, member };
  };

  /** Also when the work failed: a commit whose answer was lost has happened. */
  const forget = ({ userId }: StaffCommand) => sessions.forget({ kind: 'user', id: userId });

  const change = async (
    caller: Caller,
    kind: string,
    input: StaffCommand,
    changed: (member: User) => User,
  ): Promise<User> => {
    const work = async (tx: Tx) => {
      const { staff, member } = await lockStaff(tx, caller, input.userId);
      const after = changed(member);
      const refusal = staffRefusal(staff, after, caller.partyKind, caller.userId);
      if (refusal !== null) throw new Refused(refusal);
      if ((await partyStore(tx).changeUser(after)) === 0) throw new Contended('a member of the staff');
      // Suspended is out at once; coming back begins with a log-in.
      if (after.status === 'suspended') await partyStore(tx).endSessionsOf(member.id, caller.at);
      await desk.record(tx, caller, {
        partyId: caller.partyId,
        kind,
        before: { userId: member.id, roles: member.roles, status: member.status },
        after: { userId: member.id, roles: after.roles, status: after.status },
      });
      return {};
    };
    await desk.once(caller, kind, input, work).finally(() => forget(input));
    return memberOf(caller, input.userId);
  };

  const memberOf = async (caller: Caller, userId: string): Promise<User> => {
    const staff = await desk.database.read((tx) => partnerStore(tx).usersOf(caller.partyId));
    const member = staff.find(({ id }) => id === userId);
    if (!member) throw new Refused('partners.staffUnknown');
    return member;
  };

  return {
    staff: (caller: Caller) => desk.database.read((tx) => partnerStore(tx).usersOf(caller.partyId)),

    /**
     * Lets somebody in, with a password that must be changed at the first log-in. A repeat of the command
     * does not say the password again.
     * @throws partners.roleUnfit, partners.tooManyStaff, auth.loginNameTaken
     */
    async addStaff(caller: Caller, input: NewStaff) {
      const { password, passwordHash } = await makeOneTimePassword();
      let oneTimePassword: string | null = null;
      const { userId } = await desk.once(caller, 'addStaff', input, async (tx) => {
        const { loginName, name, roles } = input;
        const user: User = {
          id: desk.newId(),
          partyId: caller.partyId,
          loginName,
          name,
          passwordHash,
          roles,
          status: 'active',
          mustChangePassword: true,
          createdAt: caller.at,
        };
        const staff = await partyStore(tx).staffLocked(caller.partyId);
        const refusal = staffRefusal(staff, user, caller.partyKind, caller.userId);
        if (refusal !== null) throw new Refused(refusal);
        if (staff.length >= staffLimit) throw new Refused('partners.tooManyStaff');
        if ((await partyStore(tx).addUser(user)) === 0) throw new Refused('auth.loginNameTaken');
        const after = { userId: user.id, roles, status: user.status };
        await desk.record(tx, caller, { partyId: caller.partyId, kind: 'staffAdded', after });
        oneTimePassword = password;
        return { userId: user.id };
      });
      return { user: await memberOf(caller, userId), oneTimePassword: oneTimePassword as string | null };
    },

    /** @throws partners.staffUnknown, partners.roleUnfit, partners.lastOwner */
    changeRoles: (caller: Caller, input: StaffCommand & { readonly roles: readonly Role[] }) =>
      change(caller, 'staffRoles', input, (member) => ({ ...member, roles: input.roles })),

    /** Ends every session of the one suspended. @throws partners.staffUnknown, partners.lastOwner, partners.notYourself */
    suspendStaff: (caller: Caller, input: StaffCommand) =>
      change(caller, 'staffSuspended', input, (member) => ({ ...member, status: 'suspended' })),

    /** @throws partners.staffUnknown */
    reactivateStaff: (caller: Caller, input: StaffCommand) =>
      change(caller, 'staffReactivated', input, (member) => ({ ...member, status: 'active' })),

    /** Gives one of the staff a password to be changed at once, and ends the sessions of the old one. @throws partners.staffUnknown */
    async resetPassword(caller: Caller, input: StaffCommand) {
      const { password, passwordHash } = await makeOneTimePassword();
      let oneTimePassword: string | null = null;
      const work = async (tx: Tx) => {
        const { member } = await lockStaff(tx, caller, input.userId);
        await partnerStore(tx).setPassword(member.id, passwordHash, true);
        await partyStore(tx).endSessionsOf(member.id, caller.at);
        const told = { userId: member.id };
        await desk.record(tx, caller, { partyId: caller.partyId, kind: 'passwordReset', after: told });
        oneTimePassword = password;
        return {};
      };
      await desk.once(caller, 'staffPassword', input, work).finally(() => forget(input));
      return { oneTimePassword: oneTimePassword as string | null };
    },
  };
}

import { z } from 'zod';
import { endpoints } from './endpoints';
import { Id, Role } from './fields';
import { Text, LoginName } from './partner-fields';
import { StaffView } from './partner-views';
import { route } from './route';

const Roles = z
  .array(Role)
  .min(1)
  .max(6)
  .refine((roles) => new Set(roles).size === roles.length, 'twice');
/** A password said once. A repeat of the command does not say it again. */
const OneTimePassword = z.string().nullable();
const OneUser = z.object({ commandId: Id, userId: Id });

export const staffRoutes = {
  staff: route(endpoints.partners.staff, {
    summary: 'The people of my party.',
    access: 'owner',
    input: z.object({}),
    output: z.object({
      items: z.array(StaffView),
      roles: z.array(Role).describe('that people of a party like mine may have'),
    }),
    errors: [],
  }),
  addStaff: route(endpoints.partners.addStaff, {
    summary: 'Let somebody in, with a password to be changed at the first log-in.',
    access: 'owner',
    input: z.object({ commandId: Id, loginName: LoginName, name: Text(40), roles: Roles }),
    output: z.object({ user: StaffView, oneTimePassword: OneTimePassword }),
    errors: [
      'auth.loginNameTaken',
      'partners.roleUnfit',
      'partners.tooManyStaff',
      'partners.staffUnknown',
      'command.idReused',
    ],
  }),
  changeRoles: route(endpoints.partners.changeRoles, {
    summary: 'Give one of my people other roles; they count from the next request on.',
    access: 'owner',
    input: OneUser.extend({ roles: Roles }),
    output: StaffView,
    errors: ['partners.staffUnknown', 'partners.roleUnfit', 'partners.lastOwner', 'command.idReused'],
  }),
  suspendStaff: route(endpoints.partners.suspendStaff, {
    summary: 'Shut one of my people out; their sessions end at once.',
    access: 'owner',
    input: OneUser,
    output: StaffView,
    errors: ['partners.staffUnknown', 'partners.lastOwner', 'partners.notYourself', 'command.idReused'],
  }),
  reactivateStaff: route(endpoints.partners.reactivateStaff, {
    summary: 'Let one of my people in again.',
    access: 'owner',
    input: OneUser,
    output: StaffView,
    errors: ['partners.staffUnknown', 'partners.lastOwner', 'command.idReused'],
  }),
  resetPassword: route(endpoints.partners.resetPassword, {
    summary: 'Give one of my people a new password to be changed at the next log-in.',
    access: 'owner',
    input: OneUser,
    output: z.object({ oneTimePassword: OneTimePassword }),
    errors: ['partners.staffUnknown', 'command.idReused'],
  }),
};

import { useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import { useCommand } from '../../ui/use-command';

export type Member = Answer<'partners', 'staff'>['items'][number];
export type StaffRole = Member['roles'][number];

/** The people of one's own party, and the roles they may have. */
export const useStaff = () => useQuery({ queryKey: ['staff'], queryFn: () => api.partners.staff({}) });

export const useAddStaff = () => useCommand(['staff'], api.partners.addStaff);
export const useChangeRoles = () => useCommand(['staff'], api.partners.changeRoles);
export const useSuspendStaff = () => useCommand(['staff'], api.partners.suspendStaff);
export const useReactivateStaff = () => useCommand(['staff'], api.partners.reactivateStaff);
export const useResetPassword = () => useCommand(['staff'], api.partners.resetPassword);

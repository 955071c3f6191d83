import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { deviceName } from '@/platform/device-name';
import { dropToken, keepToken, readToken } from '@/platform/session-token';

export type Me = Answer<'auth', 'me'>;

export const meQuery = queryOptions({
  queryKey: ['auth', 'me'],
  queryFn: () => api.auth.me({}),
  staleTime: 5 * 60_000,
});

export const sessionsQuery = queryOptions({
  queryKey: ['auth', 'sessions'],
  queryFn: () => api.auth.sessions({}),
});

export const useMe = () => useQuery({ ...meQuery, enabled: readToken() !== undefined });
export const useSessions = () => useQuery(sessionsQuery);

/** Logs in and keeps the token on this device. @throws auth.wrong, auth.locked, auth.suspended */
export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { loginName: string; password: string }) =>
      api.auth.logIn({ ...input, device: deviceName() }),
    onSuccess: ({ token, me }) => {
      client.clear();
      keepToken(token);
      client.setQueryData(meQuery.queryKey, me);
    },
  });
}

/** Ends the session here and on the server; without a network it still ends here. */
export function useLogOut() {
  return useMutation({
    mutationFn: () => api.auth.logOut({}),
    onSettled: () => dropToken(),
  });
}

/** Ends another session of mine. @throws auth.sessionUnknown */
export function useRevokeSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) => api.auth.revokeSession({ sessionId }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

/** Changes my password; my other sessions end. @throws auth.wrong, auth.locked */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { currentPassword: string; newPassword: string }) => api.auth.changePassword(input),
    onSuccess: () =>
      Promise.all([meQuery, sessionsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  });
}

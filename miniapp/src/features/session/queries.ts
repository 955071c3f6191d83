import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { deviceName } from '@/platform/device-name';
import { sendOnce } from '@/platform/send-once';
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

export const waysQuery = queryOptions({
  queryKey: ['auth', 'ways'],
  queryFn: () => api.auth.ways({}),
  staleTime: 5 * 60_000,
});

export const wechatQuery = queryOptions({
  queryKey: ['auth', 'wechat'],
  queryFn: () => api.auth.wechatBindings({}),
});

export const rebindingsQuery = queryOptions({
  queryKey: ['auth', 'rebindings'],
  queryFn: () => api.auth.rebindings({}),
});

/** The ways in besides the password. */
export const useWays = () => useQuery(waysQuery);
export const useWechat = () => useQuery(wechatQuery);
/** Who waits for my decision; only owners have one to make. */
export const useRebindings = (enabled: boolean) => useQuery({ ...rebindingsQuery, enabled });

export const useMe = () => useQuery({ ...meQuery, enabled: readToken() !== undefined });
export const useSessions = () => useQuery(sessionsQuery);

/** Logs in and keeps the token on this device. @throws auth.wrong, auth.locked, auth.suspended */
export function useLogIn() {
  const welcome = useWelcome();
  return useMutation({
    mutationFn: (input: { loginName: string; password: string }) =>
      api.auth.logIn({ ...input, device: deviceName() }),
    onSuccess: welcome,
  });
}

/** Keeps the token of whoever came in, and forgets whoever was here before. */
function useWelcome() {
  const client = useQueryClient();
  return ({ token, me }: { token: string; me: Me }) => {
    client.clear();
    keepToken(token);
    client.setQueryData(meQuery.queryKey, me);
  };
}

/** @throws auth.smsOff, auth.codeTooSoon, auth.codeTooMany */
export const useSendCode = () => useMutation({ mutationFn: (phone: string) => api.auth.sendCode({ phone }) });

/** @throws auth.codeWrong, auth.suspended */
export function useCodeLogIn() {
  const welcome = useWelcome();
  return useMutation({
    mutationFn: (input: { phone: string; code: string }) =>
      api.auth.codeLogIn({ ...input, device: deviceName() }),
    onSuccess: welcome,
  });
}

export type WechatAnswer = Answer<'auth', 'wechatLogIn'>;

/** What to show WeChat's user by: its code, or a ticket with a phone number or a password. */
export type WechatTry =
  | { readonly by: 'code'; readonly app: 'miniapp' | 'h5'; readonly code: string }
  | { readonly by: 'phone'; readonly ticket: string; readonly phoneCode: string }
  | {
      readonly by: 'password';
      readonly ticket: string;
      readonly loginName: string;
      readonly password: string;
    };

function tryWechat(input: WechatTry): Promise<WechatAnswer> {
  const device = deviceName();
  if (input.by === 'code') return api.auth.wechatLogIn({ app: input.app, code: input.code, device });
  const { ticket } = input;
  if (input.by === 'phone') return api.auth.bindByPhone({ ticket, phoneCode: input.phoneCode, device });
  const { loginName, password } = input;
  return api.auth.bindByPassword({ ticket, loginName, password, device });
}

/** Logs in by WeChat, or binds it; the answer says what is left to do. */
export function useWechatLogIn() {
  const welcome = useWelcome();
  return useMutation({
    mutationFn: tryWechat,
    onSuccess: (answer) => {
      if (answer.outcome === 'loggedIn') welcome(answer);
    },
  });
}

/** @throws auth.wechatNotBound */
export function useUnbindWechat() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.auth.unbindWechat({}),
    onSettled: () => client.invalidateQueries({ queryKey: wechatQuery.queryKey }),
  });
}

/** Says yes or no to another WeChat of somebody. @throws auth.rebindingClosed, auth.wechatTaken */
export function useDecideRebinding() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rebindingId, says }: { rebindingId: string; says: 'yes' | 'no' }) =>
      sendOnce({
        name: `rebinding ${rebindingId}`,
        fingerprint: says,
        body: { rebindingId },
        send: (commandId, body) =>
          says === 'yes'
            ? api.auth.approveRebinding({ ...body, commandId })
            : api.auth.refuseRebinding({ ...body, commandId }),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: rebindingsQuery.queryKey }),
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

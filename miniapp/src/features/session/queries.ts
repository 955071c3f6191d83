import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { deviceName } from '@/platform/device-name';
import { sendOnce } from '@/platform/send-once';
import { dropToken, keepToken, readToken } from '@/platform/session-token';
import { wechatApp } from '@/platform/wechat';
import type { WechatWord } from '@/platform/wechat-way';

export type Me = Answer<'auth', 'me'>;
export type Wechat = Answer<'auth', 'wechatBindings'>;

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

export const phoneQuery = queryOptions({
  queryKey: ['auth', 'phone'],
  queryFn: () => api.auth.phone({}),
});

export const rebindingsQuery = queryOptions({
  queryKey: ['auth', 'rebindings'],
  queryFn: () => api.auth.rebindings({ limit: 100 }),
});

/** The ways in besides the password. */
export const useWays = () => useQuery(waysQuery);
export const useWechat = () => useQuery(wechatQuery);
/** The phone I log in by. */
export const usePhone = () => useQuery(phoneQuery);
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

/**
 * Binds the WeChat that the word of WeChat stands for to who is logged in.
 * @throws auth.wechatState, auth.wechatCode, auth.wechatTaken
 */
export function useBindOwnWechat() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, state }: WechatWord) =>
      api.auth.bindOwnWechat({
        app: wechatApp,
        code,
        device: deviceName(),
        ...(state === undefined ? {} : { state }),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: wechatQuery.queryKey }),
  });
}

/** What this session goes to WeChat with. */
export const askWechatState = async () => (await api.auth.wechatState({})).state;

/** Sends a code to my phone, or to the one I want to be mine. @throws auth.codeTooSoon, auth.codeTooMany */
export const useSendOwnCode = () =>
  useMutation({
    mutationFn: (newPhone: string | undefined) =>
      api.auth.sendOwnCode(newPhone === undefined ? {} : { newPhone }),
  });

/** Makes a phone mine. @throws auth.wrong, auth.locked, auth.codeWrong, auth.phoneTaken */
export function useChangePhone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.auth.changePhone,
    onSettled: () => client.invalidateQueries({ queryKey: phoneQuery.queryKey }),
  });
}

/** Sets my password by a code to my phone; my other sessions end. @throws auth.codeWrong */
export function useSetPasswordByCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.auth.setPasswordByCode,
    onSuccess: () =>
      Promise.all([meQuery, sessionsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
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

/** What an owner says to another WeChat of somebody; a no has its reason. */
export type RebindingAnswer =
  | { readonly says: 'yes'; readonly rebindingId: string }
  | { readonly says: 'no'; readonly rebindingId: string; readonly reason: string };

/** Says yes or no to another WeChat of somebody. @throws auth.rebindingClosed, auth.wechatTaken */
export function useDecideRebinding() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: RebindingAnswer) =>
      sendOnce({
        name: `rebinding ${answer.rebindingId}`,
        fingerprint: answer.says === 'yes' ? 'yes' : `no ${answer.reason}`,
        body: answer,
        send: (commandId, body) =>
          body.says === 'yes'
            ? api.auth.approveRebinding({ commandId, rebindingId: body.rebindingId })
            : api.auth.refuseRebinding({ commandId, rebindingId: body.rebindingId, reason: body.reason }),
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

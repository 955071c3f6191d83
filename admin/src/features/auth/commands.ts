import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api';
import { closeSession, openSession } from '../../session';
import { meQuery } from './me';

const DEVICE_NAME = '电脑端工作台';

/** Logs in and starts the session. */
export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { loginName: string; password: string }) =>
      api.auth.logIn({ ...input, device: DEVICE_NAME }),
    retry: false,
    onSuccess: ({ token, me }) => {
      openSession(token);
      client.setQueryData(meQuery.queryKey, me);
    },
  });
}

/** Logs out here even when the server cannot be reached; its session then ends by itself. */
export const useLogOut = () =>
  useMutation({ mutationFn: () => api.auth.logOut({}), retry: false, onSettled: closeSession });

export const useChangePassword = () =>
  useMutation({ mutationFn: api.auth.changePassword, retry: false }).mutateAsync;

import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { sendOnce } from '@/platform/send-once';
import { canSubscribe, type SubscribeAnswers, subscriberCode } from '@/platform/subscribe';

export type Message = Answer<'messages', 'list'>['items'][number];
export type MessageKind = Message['kind'];

const pageRows = 20;
const root = ['messages'];

export const messagesQuery = infiniteQueryOptions({
  queryKey: [...root, 'list'],
  queryFn: ({ pageParam }) => api.messages.list({ cursor: pageParam || undefined, limit: pageRows }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

const unreadQuery = queryOptions({
  queryKey: [...root, 'unread'],
  queryFn: () => api.messages.unread({}),
  staleTime: 10_000,
});

const templatesQuery = queryOptions({
  queryKey: [...root, 'templates'],
  queryFn: () => api.messages.templates({}),
});

const remindersQuery = queryOptions({
  queryKey: [...root, 'reminders'],
  queryFn: () => api.messages.reminders({}),
});

export const useMessages = () => useInfiniteQuery(messagesQuery);
export const useUnread = () => useQuery(unreadQuery);
/** Which messages may come to WeChat; asked before the tap that needs them, and only where one can tap. */
export const useTemplates = () => useQuery({ ...templatesQuery, enabled: canSubscribe });
export const useReminders = () => useQuery(remindersQuery);

function useChange<Input>(send: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: root }),
  });
}

export const useRead = () => useChange((messageId: string) => api.messages.read({ messageId }));
export const useReadAll = () => useChange((_: void) => api.messages.readAll({}));

/** Tells the server what WeChat was answered. Each acceptance counts once, so each telling is one of its own. */
export const useConsent = () =>
  useChange(async (answers: SubscribeAnswers) => {
    const code = await subscriberCode();
    return sendOnce({
      name: 'subscribe',
      fingerprint: JSON.stringify(answers),
      body: { answers: [...answers] },
      send: (commandId, body) => api.messages.consent({ ...body, code, commandId }),
    });
  });

export const useRemind = () =>
  useChange((asked: { subject: 'flash' | 'promotion'; subjectId: string; isOn: boolean }) =>
    api.messages.remind(asked),
  );

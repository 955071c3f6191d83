import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, type Answer, type InputOf, type Contract } from '@/api';
import { newId } from '@/platform/new-id';
import { sendOnce } from '@/platform/send-once';

export type Template = Answer<'lists', 'templates'>['items'][number];
export type TemplateInFull = Answer<'lists', 'template'>;
export type Offer = Answer<'lists', 'fill'>;
export type Recurring = Answer<'lists', 'recurring'>['items'][number];
export type Run = Answer<'lists', 'runs'>['items'][number];
export type Rhythm = Recurring['rhythm'];

type Input<Name extends keyof Contract['lists']> = InputOf<Contract['lists'][Name]>;
export type TemplateToSave = Omit<Input<'saveTemplate'>, 'commandId'>;
export type RecurringToSave = Omit<Input<'saveRecurring'>, 'commandId'>;

const runRows = 20;

export const templatesQuery = queryOptions({
  queryKey: ['lists', 'templates'],
  queryFn: () => api.lists.templates({}),
});

export const templateQuery = (templateId: string, supplierId: string | undefined) =>
  queryOptions({
    queryKey: ['lists', 'template', templateId, supplierId],
    queryFn: () => api.lists.template({ templateId, supplierId }),
  });

export const recurringQuery = queryOptions({
  queryKey: ['lists', 'recurring'],
  queryFn: () => api.lists.recurring({}),
});

export const runsQuery = (recurringId: string) =>
  infiniteQueryOptions({
    queryKey: ['lists', 'runs', recurringId],
    queryFn: ({ pageParam }) =>
      api.lists.runs({ recurringId, cursor: pageParam || undefined, limit: runRows }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The lists my party keeps. */
export const useTemplates = (enabled = true) => useQuery({ ...templatesQuery, enabled });
/** One of them at today's prices. */
export const useTemplate = (templateId: string, supplierId: string | undefined) =>
  useQuery({
    ...templateQuery(templateId, supplierId),
    enabled: templateId !== '' && supplierId !== undefined,
  });
/** The orders that come by themselves. */
export const useRecurring = () => useQuery(recurringQuery);
/** What became of each day of one of them, the latest first. */
export const useRuns = (recurringId: string) => useInfiniteQuery(runsQuery(recurringId));

/** A command on lists; all of them are read anew afterwards. */
function useListCommand<Wanted, Outcome>(send: (wanted: Wanted) => Promise<Outcome>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: ['lists'] }),
  });
}

const saveOnce = (template: TemplateToSave) =>
  sendOnce({
    name: `list:${template.templateId}`,
    fingerprint: JSON.stringify(template),
    body: template,
    send: (commandId, body) => api.lists.saveTemplate({ ...body, commandId }),
  });

/** Saves a list, whole. @throws lists.tooMany, lists.templateChanged, catalog.skuUnknown */
export const useSaveTemplate = () => useListCommand(saveOnce);

/** Removes a list and answers with what it was, so that it can be put back. @throws lists.templateInUse */
export const useRemoveTemplate = () =>
  useListCommand(async ({ templateId }: Template): Promise<TemplateToSave> => {
    const { kind, name, kept } = await api.lists.template({ templateId });
    await sendOnce({
      name: `list-remove:${templateId}`,
      fingerprint: templateId,
      body: { templateId },
      send: (commandId, body) => api.lists.removeTemplate({ ...body, commandId }),
    });
    // Put back it is a new list: what was removed under the old id stays so.
    const lines = kept.map(({ skuId, quantity }) => ({ skuId, quantity }));
    return { templateId: newId(), kind, name, lines };
  });

/** Saves an order that comes by itself; pauses it or lets it go on. @throws lists.tooMany */
export const useSaveRecurring = () =>
  useListCommand((recurring: RecurringToSave) =>
    sendOnce({
      name: `recurring:${recurring.recurringId}`,
      fingerprint: JSON.stringify(recurring),
      body: recurring,
      send: (commandId, body) => api.lists.saveRecurring({ ...body, commandId }),
    }),
  );

/** Ends an order that comes by itself. */
export const useRemoveRecurring = () =>
  useListCommand((recurringId: string) =>
    sendOnce({
      name: `recurring-remove:${recurringId}`,
      fingerprint: recurringId,
      body: { recurringId },
      send: (commandId, body) => api.lists.removeRecurring({ ...body, commandId }),
    }),
  );

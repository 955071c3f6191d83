import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Answer } from '../../api';

export type Kind = Answer<'exchange', 'kinds'>['items'][number];
export type ExchangeKind = Kind['kind'];
export type ImportRun = Answer<'exchange', 'begin'>;
export type ImportRow = Answer<'exchange', 'rows'>['items'][number];

/** Rows of an import as somebody looks at them. */
export interface RowsShown {
  readonly importId: string;
  readonly state?: ImportRow['state'];
  readonly change?: ImportRow['change'];
}

const POLL_MILLISECONDS = 800;
const underWay = new Set<ImportRun['state']>(['receiving', 'checking', 'applying']);

export const isUnderWay = (state: ImportRun['state']) => underWay.has(state);

export const useKinds = () =>
  useQuery({ queryKey: ['exchange', 'kinds'], queryFn: () => api.exchange.kinds({}), staleTime: Infinity });

export const useImports = (cursor: string | undefined) =>
  useQuery({
    queryKey: ['exchange', 'list', cursor],
    queryFn: () => api.exchange.list({ cursor, limit: 20 }),
    placeholderData: keepPreviousData,
  });

/** An import, asked for again and again while something happens to it. */
export const useImport = (importId: string) =>
  useQuery({
    queryKey: ['exchange', 'run', importId],
    queryFn: () => api.exchange.get({ importId }),
    refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data.state) ? false : POLL_MILLISECONDS),
  });

export const useImportRows = (shown: RowsShown, cursor: string | undefined) =>
  useQuery({
    queryKey: ['exchange', 'rows', shown, cursor],
    queryFn: () => api.exchange.rows({ ...shown, cursor, limit: 50 }),
    placeholderData: keepPreviousData,
  });

function useRunCommand(send: (input: { importId: string }) => Promise<ImportRun>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => void client.invalidateQueries({ queryKey: ['exchange'] }),
  });
}

export const useConfirmImport = () => useRunCommand(api.exchange.confirm);
export const useCancelImport = () => useRunCommand(api.exchange.cancel);

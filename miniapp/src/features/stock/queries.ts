import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Answer, type InputOf, type Contract } from '@/api';
import { sendOnce } from '@/platform/send-once';

export type Lot = Answer<'stock', 'lots'>['items'][number];
export type Summary = Answer<'stock', 'summary'>['items'][number];
export type Warehouse = Answer<'stock', 'warehouses'>['items'][number];
export type Inbound = Answer<'stock', 'inbounds'>['items'][number];
export type CountSheet = Answer<'stock', 'counts'>['items'][number];
export type Count = Answer<'stock', 'count'>;
export type CountLine = Count['lines'][number];
export type Transfer = Answer<'stock', 'transfer'>;

const pageRows = 30;
/** The most rows the server hands over at once, for what is read to its end. */
const longPageRows = 100;

interface Page {
  readonly nextCursor: string | null;
}

/** A list of stock that grows page by page. */
const pagesOf = <One extends Page>(
  key: readonly string[],
  read: (page: { cursor: string | undefined; limit: number }) => Promise<One>,
) =>
  infiniteQueryOptions({
    queryKey: ['stock', ...key],
    queryFn: ({ pageParam }) => read({ cursor: pageParam || undefined, limit: pageRows }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export interface LotWish {
  readonly skuId: string;
  readonly warehouseId: string;
  readonly level: Lot['level'] | '';
  readonly quality: Lot['quality'] | '';
}

export const lotWishOf = ({ skuId, warehouseId, level, quality }: LotWish) => ({
  skuId: skuId || undefined,
  warehouseId: warehouseId || undefined,
  level: level || undefined,
  quality: quality || undefined,
});

export const lotsQuery = (wish: LotWish) =>
  pagesOf(['lots', wish.skuId, wish.warehouseId, wish.level, wish.quality], (page) =>
    api.stock.lots({ ...lotWishOf(wish), ...page }),
  );
export const summaryQuery = (skuId: string) =>
  pagesOf(['summary', skuId], (page) => api.stock.summary({ skuId: skuId || undefined, ...page }));
export const inboundsQuery = (state: Inbound['state']) =>
  pagesOf(['inbounds', state], (page) => api.stock.inbounds({ state, ...page }));
export const countsQuery = pagesOf(['counts'], (page) => api.stock.counts(page));
export const transfersQuery = (state: Transfer['state'] | '') =>
  pagesOf(['transfers', state], (page) => api.stock.transfers({ state: state || undefined, ...page }));

export const warehousesQuery = queryOptions({
  queryKey: ['stock', 'warehouses'],
  queryFn: () => api.stock.warehouses({}),
  staleTime: 5 * 60_000,
});
export const countQuery = (sheetId: string) =>
  queryOptions({ queryKey: ['stock', 'count', sheetId], queryFn: () => api.stock.count({ sheetId }) });
export const transferQuery = (transferId: string) =>
  queryOptions({
    queryKey: ['stock', 'transfer', transferId],
    queryFn: () => api.stock.transfer({ transferId }),
  });

/** The lots of a wish, first to expire first. */
export const useLots = (wish: LotWish, enabled = true) => useInfiniteQuery({ ...lotsQuery(wish), enabled });
/** What there is of each SKU. */
export const useSummary = (skuId: string, enabled = true) =>
  useInfiniteQuery({ ...summaryQuery(skuId), enabled });
export const useWarehouses = () => useQuery(warehousesQuery);
/** Expected receipts, first expected first. */
export const useInbounds = (state: Inbound['state'], enabled: boolean) =>
  useInfiniteQuery({ ...inboundsQuery(state), enabled });
/** Count sheets, newest first. */
export const useCounts = () => useInfiniteQuery(countsQuery);
export const useCount = (sheetId: string) => useQuery({ ...countQuery(sheetId), enabled: sheetId !== '' });
/** Transfers, newest first. */
export const useTransfers = (state: Transfer['state'] | '') => useInfiniteQuery(transfersQuery(state));
export const useTransfer = (transferId: string) =>
  useQuery({ ...transferQuery(transferId), enabled: transferId !== '' });

/** Every row of a list, page after page, for a file. @throws when the server cannot be asked */
export async function everyRow<Row>(
  read: (page: {
    cursor: string | undefined;
    limit: number;
  }) => Promise<{ items: Row[]; nextCursor: string | null }>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null | undefined;
  do {
    const page: { items: Row[]; nextCursor: string | null } = await read({
      cursor: cursor ?? undefined,
      limit: longPageRows,
    });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

type Stock = Contract['stock'];
type Body<Name extends keyof Stock, Made extends string> = Omit<InputOf<Stock[Name]>, Made>;

/** A command on stock: sent once however often it is pressed; whatever it came to, all of stock is read anew. */
function useStockCommand<Input, Outcome>(name: string, send: (id: string, input: Input) => Promise<Outcome>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => sendOnce({ name, fingerprint: JSON.stringify(input), body: input, send }),
    onSettled: () => client.invalidateQueries({ queryKey: ['stock'] }),
  });
}

/** Takes in expected goods as a lot. @throws stock.overReceived, stock.dateInFuture, stock.lotDiffers, stock.inboundClosed */
export const useReceiveInbound = (inboundId: string) =>
  useStockCommand(
    `inbound:${inboundId}`,
    (commandId, body: Body<'receiveInbound', 'inboundId' | 'commandId'>) =>
      api.stock.receiveInbound({ ...body, inboundId, commandId }),
  );

/** Opens a count sheet. @throws stock.nothingToCount, stock.countTooLarge */
export const useOpenCount = () =>
  useStockCommand('count:open', (sheetId, body: Body<'openCount', 'sheetId'>) =>
    api.stock.openCount({ ...body, sheetId }),
  );

/** Writes down what was counted. @throws stock.countClosed */
export const useEnterCounts = (sheetId: string) =>
  useStockCommand(`count:${sheetId}`, (commandId, body: Body<'enterCounts', 'sheetId' | 'commandId'>) =>
    api.stock.enterCounts({ ...body, sheetId, commandId }),
  );

/** Posts the differences of a sheet. @throws stock.countMoved, stock.countClosed, stock.reserved */
export const useConfirmCount = (sheetId: string) =>
  useStockCommand(`count-post:${sheetId}`, (commandId, _body: Record<string, never>) =>
    api.stock.confirmCount({ sheetId, commandId }),
  );

/** Drops a sheet. @throws stock.countClosed */
export const useCancelCount = (sheetId: string) =>
  useStockCommand(`count-drop:${sheetId}`, (commandId, _body: Record<string, never>) =>
    api.stock.cancelCount({ sheetId, commandId }),
  );

/** Sends lots to another warehouse. @throws stock.tooFew, stock.reserved */
export const useDispatchTransfer = () =>
  useStockCommand('transfer:send', (transferId, body: Body<'dispatchTransfer', 'transferId'>) =>
    api.stock.dispatchTransfer({ ...body, transferId }),
  );

/** Takes a transfer in. @throws stock.transferReceived, stock.overReceived */
export const useReceiveTransfer = (transferId: string) =>
  useStockCommand(
    `transfer:${transferId}`,
    (commandId, body: Body<'receiveTransfer', 'transferId' | 'commandId'>) =>
      api.stock.receiveTransfer({ ...body, transferId, commandId }),
  );

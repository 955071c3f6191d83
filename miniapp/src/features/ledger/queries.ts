import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Answer, type InputOf, type Contract } from '@/api';
import { sendOnce } from '@/platform/send-once';
import { everyPage } from './every-page';

export type CustomerAgeing = Answer<'credit', 'ageing'>['items'][number];
export type Ageing = Answer<'credit', 'ageing'>['total'];
export type Account = Answer<'credit', 'accounts'>['items'][number];
export type Bill = Answer<'credit', 'bills'>['items'][number];
export type Receipt = Answer<'credit', 'receipts'>['items'][number];
export type Statement = Answer<'credit', 'statements'>['items'][number];
export type StatementPaper = Answer<'credit', 'statement'>;
export type Side = 'buyer' | 'seller';

const listRows = 20;

export const ageingQuery = queryOptions({
  queryKey: ['credit', 'ageing'],
  queryFn: async () => {
    let total: Ageing | undefined;
    const items = await everyPage(async (page) => {
      const read = await api.credit.ageing(page);
      total ??= read.total;
      return read;
    });
    return { items, total };
  },
});

export const accountQuery = (buyerId: string) =>
  queryOptions({
    queryKey: ['credit', 'accounts', buyerId],
    queryFn: async () => (await api.credit.accounts({ partyId: buyerId })).items[0] ?? null,
  });

export const openBillsQuery = (buyerId: string) =>
  queryOptions({
    queryKey: ['credit', 'bills', 'open', buyerId],
    queryFn: () => everyPage((page) => api.credit.bills({ ...page, side: 'seller', partyId: buyerId })),
  });

interface Pair {
  readonly sellerId: string;
  readonly buyerId: string;
}

export const receiptsQuery = ({ sellerId, buyerId }: Pair) =>
  infiniteQueryOptions({
    queryKey: ['credit', 'receipts', sellerId, buyerId],
    queryFn: ({ pageParam }) =>
      api.credit.receipts({ sellerId, buyerId, cursor: pageParam || undefined, limit: listRows }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const statementsQuery = (side: Side) =>
  infiniteQueryOptions({
    queryKey: ['credit', 'statements', side],
    queryFn: ({ pageParam }) =>
      api.credit.statements({ side, cursor: pageParam || undefined, limit: listRows }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

const paperQuery = ({ sellerId, buyerId, startsOn, untilOn }: Statement) =>
  queryOptions({
    queryKey: ['credit', 'statement', sellerId, buyerId, startsOn, untilOn],
    queryFn: () => api.credit.statement({ sellerId, buyerId, startsOn, untilOn }),
  });

/** What all my customers owe by age. */
export const useAgeing = () => useQuery(ageingQuery);
/** The account of one of them; null where there is none. */
export const useAccount = (buyerId: string) => useQuery(accountQuery(buyerId));
/** Every bill it has not paid, oldest due first. */
export const useOpenBills = (buyerId: string) => useQuery(openBillsQuery(buyerId));
/** What it paid, newest first. */
export const useReceipts = (pair: Pair) => useInfiniteQuery(receiptsQuery(pair));
/** Statements sent to me, or by me. */
export const useStatements = (side: Side) => useInfiniteQuery(statementsQuery(side));
/** What stands on one of them, line by line. */
export const usePaper = (statement: Statement) => useQuery(paperQuery(statement));

/** Every receipt of an account, for a workbook. */
export const everyReceipt = (pair: Pair) => everyPage((page) => api.credit.receipts({ ...page, ...pair }));
/** Every statement, for a workbook. */
export const everyStatement = (side: Side) => everyPage((page) => api.credit.statements({ ...page, side }));

const foundMax = 8;

/** Customers by their name, as many as one looks through. */
export const useFoundCustomers = (q: string) =>
  useQuery({
    queryKey: ['partners', 'found', q],
    queryFn: async () => (await api.partners.parties({ q: q || undefined, limit: foundMax })).items,
    placeholderData: keepPreviousData,
  });

type Input<Name extends keyof Contract['credit']> = InputOf<Contract['credit'][Name]>;

/** A command on an account; whatever it touched is read anew afterwards, also where it was refused. */
function useCreditCommand<Wanted, Outcome>(send: (wanted: Wanted) => Promise<Outcome>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: ['credit'] }),
  });
}

const once = <Body, Outcome>(
  name: string,
  body: Body,
  send: (id: string, body: Body) => Promise<Outcome>,
): Promise<Outcome> => sendOnce({ name, fingerprint: JSON.stringify(body), body, send });

/** Books money that came in. @throws credit.billUnknown */
export const useReceiveMoney = () =>
  useCreditCommand((wanted: Omit<Input<'receive'>, 'receiptId'>) =>
    once(`receive:${wanted.buyerId}`, wanted, (receiptId, body) =>
      api.credit.receive({ ...body, receiptId }),
    ),
  );

/** Lets waiting money pay a bill. @throws credit.overApplied */
export const useApplyReceipt = () =>
  useCreditCommand((wanted: Omit<Input<'applyReceipt'>, 'commandId'>) =>
    once(`apply:${wanted.receiptId}`, wanted, (commandId, body) =>
      api.credit.applyReceipt({ ...body, commandId }),
    ),
  );

/** Takes money off its bills; it waits again. */
export const useUnapplyReceipt = () =>
  useCreditCommand((receiptId: string) =>
    once(`unapply:${receiptId}`, { receiptId }, (commandId, body) =>
      api.credit.unapplyReceipt({ ...body, commandId }),
    ),
  );

/** Takes a receipt back altogether. @throws credit.notReversible */
export const useReverseReceipt = () =>
  useCreditCommand((wanted: Omit<Input<'reverseReceipt'>, 'commandId'>) =>
    once(`reverse:${wanted.receiptId}`, wanted, (commandId, body) =>
      api.credit.reverseReceipt({ ...body, commandId }),
    ),
  );

/** Sends a customer its statement. @throws credit.periodOpen, credit.statementExists */
export const useIssueStatement = () =>
  useCreditCommand((wanted: Omit<Input<'issueStatement'>, 'statementId'>) =>
    once(`statement:${wanted.buyerId}`, wanted, (statementId, body) =>
      api.credit.issueStatement({ ...body, statementId }),
    ),
  );

/** Confirms a statement or disputes it. @throws credit.decided */
export const useAnswerStatement = () =>
  useCreditCommand((wanted: Omit<Input<'answerStatement'>, 'commandId'>) =>
    once(`answer:${wanted.statementId}`, wanted, (commandId, body) =>
      api.credit.answerStatement({ ...body, commandId }),
    ),
  );

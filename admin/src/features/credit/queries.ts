import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';
import { nameAmong, type NameOf } from './people';

export type CreditAccount = Answer<'credit', 'accounts'>['items'][number];
export type Bill = Answer<'credit', 'bills'>['items'][number];
export type CreditEntry = Answer<'credit', 'entries'>['items'][number];
export type BillSide = 'seller' | 'buyer';
export type Receipt = Answer<'credit', 'receipts'>['items'][number];
export type TemporaryLimit = Answer<'credit', 'temporaryLimits'>['items'][number];
export type LimitChange = Answer<'credit', 'limitHistory'>['items'][number];
export type Release = Answer<'credit', 'releases'>['items'][number];
export type WriteOff = Answer<'credit', 'writeOffs'>['items'][number];
export type StepChange = Answer<'credit', 'stepChanges'>['items'][number];
export type Reminder = Answer<'credit', 'reminders'>['items'][number];
export type Ageing = Answer<'credit', 'ageing'>['total'];
export type CustomerAgeing = Answer<'credit', 'ageing'>['items'][number];
export type SellerCredit = Answer<'credit', 'channel'>['items'][number];
export type Ladder = Answer<'credit', 'ladder'>['now'];
export type Statement = Answer<'credit', 'statements'>['items'][number];
export type Deposit = Answer<'credit', 'deposits'>['items'][number];
export type DepositEntry = Answer<'credit', 'depositEntries'>['items'][number];
export type DepositAction = Parameters<typeof api.credit.moveDeposit>[0]['action'];

const PAGE_SIZE = 50;

export interface BillFilter {
  readonly side: BillSide;
  readonly partyId?: string;
}

/** One page of accounts after another, of all customers or of one. */
export const accountPages =
  (partyId?: string): FetchPage<CreditAccount> =>
  (page) =>
    api.credit.accounts({ partyId, ...page });

/** One page of open bills after another, oldest due first. */
export const billPages =
  (filter: BillFilter): FetchPage<Bill> =>
  (page) =>
    api.credit.bills({ ...filter, ...page });

export const useAccounts = (partyId: string | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: ['credit', 'accounts', partyId, cursor],
    queryFn: () => accountPages(partyId)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** The account of one customer; null when there is none. */
export const useAccount = (buyerId: string) =>
  useQuery({
    queryKey: ['credit', 'account', buyerId],
    queryFn: async () => (await api.credit.accounts({ partyId: buyerId, limit: 1 })).items[0] ?? null,
  });

export const useBills = (filter: BillFilter, cursor?: string) =>
  useQuery({
    queryKey: ['credit', 'bills', filter, cursor],
    queryFn: () => billPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export type AccountKey = Pick<CreditAccount, 'sellerId' | 'buyerId'>;

/** One page after another of an account's ledger, newest first. */
export const entryPages =
  ({ sellerId, buyerId }: AccountKey): FetchPage<CreditEntry> =>
  (page) =>
    api.credit.entries({ sellerId, buyerId, ...page });

export const useEntries = (account: AccountKey, cursor: string | undefined) =>
  useQuery({
    queryKey: ['credit', 'entries', account.sellerId, account.buyerId, cursor],
    queryFn: () => entryPages(account)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

const pairOf = ({ sellerId, buyerId }: AccountKey) => ({ sellerId, buyerId });

export const receiptPages =
  (account: AccountKey): FetchPage<Receipt> =>
  (page) =>
    api.credit.receipts({ ...pairOf(account), ...page });
export const temporaryLimitPages =
  (account: AccountKey): FetchPage<TemporaryLimit> =>
  (page) =>
    api.credit.temporaryLimits({ ...pairOf(account), ...page });
export const limitChangePages =
  ({ buyerId }: AccountKey): FetchPage<LimitChange> =>
  (page) =>
    api.credit.limitHistory({ buyerId, ...page });
export const releasePages =
  (account: AccountKey): FetchPage<Release> =>
  (page) =>
    api.credit.releases({ ...pairOf(account), ...page });
export const writeOffPages: FetchPage<WriteOff> = (page) => api.credit.writeOffs(page);
export const stepChangePages: FetchPage<StepChange> = (page) => api.credit.stepChanges(page);
export const reminderPages: FetchPage<Reminder> = (page) => api.credit.reminders(page);
export const ageingPages: FetchPage<CustomerAgeing> = (page) => api.credit.ageing(page);
export const channelPages: FetchPage<SellerCredit> = (page) => api.credit.channel(page);
export const statementPages =
  (side: BillSide): FetchPage<Statement> =>
  (page) =>
    api.credit.statements({ side, ...page });
export const depositPages =
  (side: BillSide): FetchPage<Deposit> =>
  (page) =>
    api.credit.deposits({ side, ...page });
export const depositEntryPages =
  (depositId: string): FetchPage<DepositEntry> =>
  (page) =>
    api.credit.depositEntries({ depositId, ...page });

/** What an order would meet now: limits, exposure by part, the step on the ladder and what it forbids. */
export const useAssessment = (account: AccountKey) =>
  useQuery({
    queryKey: ['credit', 'assessment', account.sellerId, account.buyerId],
    queryFn: () => api.credit.assess({ ...pairOf(account), amountFen: 0 }),
  });

/** What the people of one's party are called; only an owner is told their names. */
export function usePeople(me: { readonly userId: string; readonly isOwner: boolean }): NameOf {
  const staff = useQuery({
    queryKey: ['partners', 'staff'],
    queryFn: () => api.partners.staff({}),
    enabled: me.isOwner,
  });
  return nameAmong(me.userId, new Map(staff.data?.items.map(({ userId, name }) => [userId, name])));
}

/** What customers owe by age; of one customer only when it is named. */
export const useAgeing = (partyId: string | undefined, cursor: string | undefined, isOn = true) =>
  useQuery({
    queryKey: ['credit', 'ageing', partyId, cursor],
    queryFn: () => api.credit.ageing({ partyId, cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
    enabled: isOn,
  });

export const useStatements = (side: BillSide, cursor: string | undefined) =>
  useQuery({
    queryKey: ['credit', 'statements', side, cursor],
    queryFn: () => statementPages(side)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useDeposits = (side: BillSide, cursor: string | undefined) =>
  useQuery({
    queryKey: ['credit', 'deposits', side, cursor],
    queryFn: () => depositPages(side)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useLadder = () =>
  useQuery({ queryKey: ['credit', 'ladder'], queryFn: () => api.credit.ladder({}) });

/** The paper of an account for a period. */
export const usePaper = (wanted: AccountKey & { startsOn: string; untilOn: string }, isOn: boolean) =>
  useQuery({
    queryKey: ['credit', 'paper', wanted],
    queryFn: () => api.credit.statement(wanted),
    enabled: isOn,
    retry: false,
  });

/** The two sides of a paper as they are called, with where they can be reached. */
export const useParty = (partyId: string, isOn: boolean) =>
  useQuery({
    queryKey: ['partners', 'party', partyId],
    queryFn: () => api.partners.get({ partyId }),
    enabled: isOn,
  });

export const useApplyReceipt = () => useCommand(['credit'], api.credit.applyReceipt);
export const useUnapplyReceipt = () => useCommand(['credit'], api.credit.unapplyReceipt);
export const useReverseReceipt = () => useCommand(['credit'], api.credit.reverseReceipt);
export const useCreditNote = () => useCommand(['credit'], api.credit.creditNote);
export const useRequestWriteOff = () => useCommand(['credit'], api.credit.requestWriteOff);
export const useDecideWriteOff = () => useCommand(['credit'], api.credit.decideWriteOff);
export const useRequestTemporary = () => useCommand(['credit'], api.credit.requestTemporaryLimit);
export const useDecideTemporary = () => useCommand(['credit'], api.credit.decideTemporaryLimit);
export const useVoidTemporary = () => useCommand(['credit'], api.credit.voidTemporaryLimit);
export const useGrantRelease = () => useCommand(['credit'], api.credit.grantRelease);
export const useRevokeRelease = () => useCommand(['credit'], api.credit.revokeRelease);
export const useSetLadder = () => useCommand(['credit'], api.credit.setLadder);
export const useIssueStatement = () => useCommand(['credit'], api.credit.issueStatement);
export const useAnswerStatement = () => useCommand(['credit'], api.credit.answerStatement);
export const useMoveDeposit = () => useCommand(['credit'], api.credit.moveDeposit);
export const useReverseDepositEntry = () => useCommand(['credit'], api.credit.reverseDepositEntry);
export const useReceiveMoney = () => useCommand(['credit'], api.credit.receive);
export const useSetLimit = () => useCommand(['credit'], api.credit.setLimit);

import type { TableToSave } from '@/platform/save-table';
import type { CustomerAccount } from './queries';
import { ladderWords, termsWords } from './words';

const yuanOf = (fen: number) => fen / 100;

/** The accounts of all customers as they go into a workbook; amounts in yuan. */
export const accountTable = (accounts: readonly CustomerAccount[]): TableToSave => ({
  name: '客户信用',
  columns: [
    { title: '客户编号' },
    { title: '客户' },
    { title: '账期' },
    { title: '逾期管控' },
    { title: '固定额度（元）', decimals: 2 },
    { title: '临时额度（元）', decimals: 2 },
    { title: '已用（元）', decimals: 2 },
    { title: '可用（元）', decimals: 2 },
    { title: '应收（元）', decimals: 2 },
    { title: '逾期（元）', decimals: 2 },
    { title: '逾期天数' },
  ],
  rows: accounts.map((account) => [
    account.buyerId,
    account.buyerName,
    termsWords(account),
    ladderWords[account.ladderStep],
    yuanOf(account.limitFen),
    yuanOf(account.temporaryFen),
    yuanOf(account.exposureFen),
    yuanOf(account.availableFen),
    yuanOf(account.receivableFen),
    yuanOf(account.overdueFen),
    account.overdueDays,
  ]),
});

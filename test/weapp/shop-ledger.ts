import type { Answer } from '@tongpan/bff';
import { at } from './shop-facts';

/** What a store owes the distributor, some of it late. */
export const owed: Answer<'credit', 'ageing'>['items'][number] = {
  buyerId: 'S1',
  buyerName: '好邻居便利店',
  notDueFen: 4_800,
  days1To30Fen: 2_400,
  days31To60Fen: 0,
  days61To90Fen: 0,
  over90Fen: 0,
};

/** Money of the store that waits for a bill. */
export const waitingMoney: Answer<'credit', 'receipts'>['items'][number] = {
  receiptId: 'RC-1',
  kind: 'money',
  title: '回款',
  amountFen: 1_000,
  openFen: 1_000,
  billId: null,
  reversesId: null,
  reason: '',
  at,
};

/** What HQ sent the distributor to confirm. */
export const octoberOfHq: Answer<'credit', 'statements'>['items'][number] = {
  statementId: 'ST-1',
  sellerId: 'HQ',
  sellerName: '清谷饮品总部',
  buyerId: 'D1',
  buyerName: '杭州通达商贸',
  startsOn: '2026-10-01',
  untilOn: '2026-10-31',
  openingFen: 0,
  billedFen: 4_800,
  receivedFen: 0,
  creditedFen: 0,
  closingFen: 4_800,
  state: 'issued',
  issuedAt: at,
  answeredAt: null,
  note: '',
};

/** Line by line. */
export const octoberInFull: Answer<'credit', 'statement'> = {
  openingFen: 0,
  billedFen: 4_800,
  receivedFen: 0,
  creditedFen: 0,
  closingFen: 4_800,
  lines: [
    {
      kind: 'bill',
      title: '账单',
      documentId: 'B-1',
      orderNumber: 'SO-20261022-0001',
      amountFen: 4_800,
      balanceFen: 4_800,
      dueOn: '2026-11-21',
      reason: '',
      at,
    },
  ],
};

/** The city the distributor may sell in. */
export const hangzhou: Answer<'territory', 'grants'>['items'][number] = {
  grantId: 'G-1',
  kind: 'regular',
  sellerId: 'D1',
  sellerName: '杭州通达商贸',
  name: '杭州授权',
  productLine: '*',
  onlyCategories: [],
  includedSkuIds: [],
  excludedSkuIds: [],
  excludedCategories: [],
  areas: [{ code: '330100', name: '浙江省杭州市' }],
  remainderAreas: [],
  excludedAreas: [],
  channels: [],
  startsOn: '2026-01-01',
  endsOn: null,
  exclusive: true,
  quantityCap: null,
  usedQuantity: 0,
  reason: '',
  version: 1,
};

const divisions: Readonly<Record<string, readonly (readonly [string, string, boolean])[]>> = {
  '*': [['330000', '浙江省', true]],
  '330000': [['330100', '杭州市', true]],
  '330100': [['330106', '西湖区', false]],
};

const divisionsOf = (parent: string) =>
  (divisions[parent] ?? []).map(([code, name, hasChildren]) => ({ code, name, hasChildren }));

/** What the server says about regions. */
export const territoryAnswers = {
  divisions: ({ parent }: { readonly parent: string }) => ({ items: divisionsOf(parent) }),
  division: ({ code }: { readonly code: string }) => ({ code, fullName: '浙江省' }),
  grants: () => ({ items: [hangzhou], nextCursor: null }),
  holders: ({ parent }: { readonly parent: string }) => ({
    items: divisionsOf(parent).map((division) => ({
      ...division,
      holders: [
        {
          sellerId: 'D1',
          sellerName: '杭州通达商贸',
          share: 'part' as const,
          exclusive: true,
          isRemainder: false,
        },
      ],
    })),
  }),
  productLines: () => ({ items: ['饮品'] }),
};

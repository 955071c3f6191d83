import { deliveryColumns as hookDeliveryColumns } from '../features/open-api/delivery-columns';
import { keyColumns } from '../features/open-api/key-columns';
import { webhookColumns } from '../features/open-api/webhook-columns';
import { requestColumns } from '../features/after-sales/request-columns';
import { announcementColumns } from '../features/announcements/announcement-columns';
import { goodsColumns as rangeColumns } from '../features/catalog/goods-columns';
import { priceLineColumns } from '../features/catalog/prices/line-columns';
import { priceListColumns } from '../features/catalog/prices/list-columns';
import { groupColumns } from '../features/catalog/rules/group-columns';
import { ladderColumns } from '../features/catalog/rules/ladder-columns';
import { orderingRuleColumns } from '../features/catalog/rules/rule-columns';
import { brandColumns, categoryColumns } from '../features/catalog/shelves/shelf-columns';
import { accountColumns } from '../features/credit/account-columns';
import { ageingColumns } from '../features/credit/ageing-columns';
import { limitChangeColumns } from '../features/credit/account/limit-change-columns';
import { receiptColumns } from '../features/credit/account/receipt-columns';
import { releaseColumns } from '../features/credit/account/release-columns';
import { temporaryColumns } from '../features/credit/account/temporary-columns';
import { channelColumns } from '../features/credit/channel-columns';
import { reminderColumns, stepChangeColumns } from '../features/credit/collect/step-columns';
import { writeOffColumns } from '../features/credit/collect/write-off-columns';
import { depositColumns } from '../features/credit/deposits/deposit-columns';
import { depositEntryColumns } from '../features/credit/deposits/deposit-entry-columns';
import { statementColumns } from '../features/credit/statements/statement-columns';
import { billColumns } from '../features/credit/bill-columns';
import { flashColumns } from '../features/flash/flash-columns';
import { behindColumns } from './behind-columns';
import { diversionColumns } from '../features/insight/diversion-columns';
import { ownerLossColumns, skuLossColumns } from '../features/insight/loss-columns';
import { fileColumns } from '../features/insight/plans/file-columns';
import { planColumns } from '../features/insight/plans/plan-columns';
import { promotedColumns } from '../features/insight/promoted-columns';
import { receivableColumns } from '../features/insight/receivable-columns';
import {
  figureColumns,
  goodsColumns,
  rangeColumns as soldRangeColumns,
} from '../features/insight/report-columns';
import { returnedGoodsColumns, returnsColumns } from '../features/insight/returns-columns';
import { slowColumns } from '../features/insight/slow-columns';
import { ownerShelfColumns, skuShelfColumns } from '../features/insight/shelf-columns';
import { applicationColumns } from '../features/onboarding/application-columns';
import { backOrderColumns } from '../features/orders/back-order-columns';
import { orderColumns } from '../features/orders/order-columns';
import { changedColumns } from '../features/orders/policy/changed-columns';
import { ruleColumns } from '../features/orders/policy/rule-columns';
import { versionColumns } from '../features/orders/policy/version-columns';
import { queueColumns } from '../features/orders/queue-columns';
import { partyColumns } from '../features/partners/party-columns';
import { differenceColumns } from '../features/payments/difference-columns';
import { paymentColumns } from '../features/payments/payment-columns';
import { refundColumns } from '../features/payments/refund-columns';
import { returnColumns } from '../features/payments/return-columns';
import { promotionColumns } from '../features/promotions/promotion-columns';
import { balanceColumns } from '../features/rebates/balance-columns';
import { staffColumns } from '../features/staff/staff-columns';
import { suspensionColumns } from '../features/partners/suspension-columns';
import { transferColumns as customerTransferColumns } from '../features/customer-transfers/transfer-columns';
import { bufferColumns } from '../features/stock/policies/buffer-columns';
import { fairShareColumns } from '../features/stock/policies/fair-share-columns';
import { lifeRuleColumns } from '../features/stock/policies/life-rule-columns';
import { quotaColumns } from '../features/stock/policies/quota-columns';
import { shareColumns } from '../features/stock/policies/share-columns';
import { shortageColumns } from '../features/stock/policies/shortage-columns';
import { lotColumns } from '../features/stock/lot-columns';
import { countLineColumns } from '../features/stock/counts/count-lines-table';
import { sheetColumns } from '../features/stock/counts/sheet-columns';
import { alertColumns } from '../features/stock/expiry/alert-columns';
import { inboundColumns } from '../features/stock/inbounds/inbound-columns';
import { movementColumns } from '../features/stock/lots/movement-columns';
import { agreementColumns } from '../features/stock/pool/agreement-columns';
import { borrowColumns, loanColumns, settlementColumns } from '../features/stock/pool/borrow-columns';
import { poolStockColumns } from '../features/stock/pool/stock-columns';
import { deliveryColumns, recalledLotColumns } from '../features/stock/recalls/delivery-columns';
import { recallColumns } from '../features/stock/recalls/recall-columns';
import { transferColumns, transferLineColumns } from '../features/stock/transfers/transfer-columns';
import { settingColumns } from '../features/system/setting-columns';
import { sendColumns } from '../features/wechat-delivery/send-columns';
import { uploadColumns } from '../features/wechat-delivery/upload-columns';
import { blockedColumns } from '../features/territory/blocked-columns';
import { borderColumns } from '../features/territory/terms/border-columns';
import { capacityColumns } from '../features/territory/terms/capacity-columns';
import { chainDeliveryColumns } from '../features/territory/terms/chain-delivery-columns';
import { grantColumns } from '../features/territory/grant-columns';
import { boundColumns } from '../features/wechat/bound-columns';
import { rebindingColumns } from '../features/wechat/rebinding-columns';
import { eventColumns } from '../features/background/event-columns';
import { jobColumns } from '../features/background/job-columns';

const policyNames = { buyer: String, sku: String, category: String };

/** Those whose customer and actions the screen adds have none of their own that stays. */
const begunByTheScreen = {
  accounts: accountColumns,
  deposits: depositColumns,
  balances: balanceColumns,
  recalls: recallColumns,
  sheets: sheetColumns,
};
const lists = {
  reportPlans: planColumns,
  reportFiles: fileColumns,
  diversions: diversionColumns('省份', { blockedOf: () => undefined, suspicionsOf: () => undefined }),
  ownerLosses: ownerLossColumns,
  skuLosses: skuLossColumns,
  promoted: promotedColumns(true, () => ''),
  returned: returnsColumns('原因', () => undefined),
  returnedGoods: returnedGoodsColumns,
  slow: slowColumns(true),
  requests: requestColumns,
  announcements: announcementColumns(() => undefined),
  apiKeys: keyColumns,
  webhooks: webhookColumns,
  hookDeliveries: hookDeliveryColumns,
  range: rangeColumns,
  priceLists: priceListColumns({ buyer: String, group: String, region: String }, '2026-01-01'),
  priceLines: priceLineColumns,
  groups: groupColumns(String),
  ladders: ladderColumns,
  orderingRules: orderingRuleColumns(
    { buyer: String, priceList: String, region: String, category: String, sku: String },
    '2026-01-01',
  ),
  categories: categoryColumns,
  brands: brandColumns,
  bills: billColumns,
  ages: ageingColumns,
  limitChanges: limitChangeColumns(String),
  receipts: receiptColumns,
  releases: releaseColumns(String),
  temporaryLimits: temporaryColumns(String),
  channelCredit: channelColumns,
  stepChanges: stepChangeColumns,
  reminders: reminderColumns,
  writeOffs: writeOffColumns(String),
  statements: statementColumns,
  depositEntries: depositEntryColumns,
  flash: flashColumns,
  figures: figureColumns('客户', 0, String),
  goodsSold: goodsColumns(String),
  rangesSold: soldRangeColumns('品类', 0),
  ordersBehind: behindColumns,
  customersOwing: receivableColumns('客户'),
  sellersOwing: receivableColumns('经销商'),
  skuShelves: skuShelfColumns,
  ownerShelves: ownerShelfColumns,
  orders: orderColumns,
  backOrders: backOrderColumns,
  queue: queueColumns,
  rules: ruleColumns(String, new Map()),
  policyVersions: versionColumns(0),
  changedOrders: changedColumns(String),
  parties: partyColumns,
  applications: applicationColumns,
  differences: differenceColumns,
  payments: paymentColumns,
  refunds: refundColumns,
  returns: returnColumns,
  promotions: promotionColumns(undefined, 0),
  lots: lotColumns,
  blocked: blockedColumns,
  grants: grantColumns,
  capacities: capacityColumns,
  borders: borderColumns('2026-01-01', undefined),
  chainDeliveries: chainDeliveryColumns({ party: String, centre: String }, '2026-01-01'),
  staff: staffColumns,
  suspensions: suspensionColumns,
  customerTransfers: customerTransferColumns,
  movements: movementColumns,
  transfers: transferColumns,
  transferLines: transferLineColumns,
  countLines: countLineColumns,
  expiryAlerts: alertColumns(String),
  poolStock: poolStockColumns,
  agreements: agreementColumns,
  borrows: borrowColumns,
  loans: loanColumns,
  settlements: settlementColumns,
  lifeRules: lifeRuleColumns(policyNames, '2026-01-01'),
  buffers: bufferColumns,
  quotas: quotaColumns,
  shortages: shortageColumns(policyNames),
  shares: shareColumns(policyNames),
  fairShares: fairShareColumns,
  inbounds: inboundColumns,
  recallDeliveries: deliveryColumns,
  recalledLots: recalledLotColumns,
  sends: sendColumns,
  uploads: uploadColumns,
  bound: boundColumns,
  rebindings: rebindingColumns,
  settings: settingColumns,
  jobs: jobColumns,
  events: eventColumns,
};

it.each(Object.entries({ ...lists, ...begunByTheScreen }))(
  'gives every column of %s a key and a title of its own, for both are chosen by',
  (_name, columns) => {
    const keys = columns.map(({ key }) => key);
    const titles = columns.map(({ title }) => title);

    expect(keys).not.toContain('actions');
    expect(new Set(keys).size).toBe(columns.length);
    expect(new Set(titles).size).toBe(columns.length);
  },
);

it.each(Object.entries(lists))('keeps the one column of %s that says what a row is', (_name, columns) => {
  expect(columns.filter(({ stays }) => stays)).toHaveLength(1);
});

import type { MigrationInterface } from 'typeorm';
import { Trunk1763800000000 } from './1763800000000-trunk';
import { Catalog1764000000001 } from './1764000000001-catalog';
import { Partners1764000000002 } from './1764000000002-partners';
import { Territory1764000000003 } from './1764000000003-territory';
import { Stock1764000000004 } from './1764000000004-stock';
import { Pool1764000000005 } from './1764000000005-pool';
import { Credit1764000000006 } from './1764000000006-credit';
import { Orders1764000000007 } from './1764000000007-orders';
import { Fulfilment1764000000008 } from './1764000000008-fulfilment';
import { Exchange1764000000009 } from './1764000000009-exchange';
import { TableVersions1764100000000 } from './1764100000000-table-versions';
import { Shares1764100000001 } from './1764100000001-shares';
import { AgeingLines1764100000002 } from './1764100000002-ageing-lines';
import { HoldDesks1764100000003 } from './1764100000003-hold-desks';
import { HoldSellers1764110000000 } from './1764110000000-hold-sellers';
import { Promotions1764200000000 } from './1764200000000-promotions';
import { Flash1764200000010 } from './1764200000010-flash';
import { Payments1764300000000 } from './1764300000000-payments';
import { Rebates1764300000010 } from './1764300000010-rebates';
import { AfterSales1764300000020 } from './1764300000020-after-sales';
import { WechatLogIn1764300000030 } from './1764300000030-wechat-log-in';
import { Reconciliation1764300000040 } from './1764300000040-reconciliation';
import { Messages1764300000050 } from './1764300000050-messages';
import { VerifiedPhones1764300000060 } from './1764300000060-verified-phones';
import { Photos1764300000070 } from './1764300000070-photos';
import { PaymentReturns1764300000080 } from './1764300000080-payment-returns';
import { FundFlows1764300000081 } from './1764300000081-fund-flows';
import { Delivery1764300000090 } from './1764300000090-delivery';
import { OrderSteps1764300000091 } from './1764300000091-order-steps';
import { PromotionCosts1764300000100 } from './1764300000100-promotion-costs';
import { GiftShortages1764300000101 } from './1764300000101-gift-shortages';
import { Insight1764300000200 } from './1764300000200-insight';
import { Deliveries1764300000210 } from './1764300000210-deliveries';
import { CostPayers1764300000220 } from './1764300000220-cost-payers';
import { AuditLog1764300000300 } from './1764300000300-audit-log';
import { ReportIndexes1764300000440 } from './1764300000440-report-indexes';
import { ReportPlans1764300000520 } from './1764300000520-report-plans';
import { Announcements1764300000420 } from './1764300000420-announcements';
import { OpenApi1764300000500 } from './1764300000500-open-api';
import { ListVersions1764300000540 } from './1764300000540-list-versions';

export type MigrationClass = new () => MigrationInterface;

/** Every schema change there ever was, oldest first. A landed one is never edited. */
export const migrations: readonly MigrationClass[] = [
  Trunk1763800000000,
  Catalog1764000000001,
  Partners1764000000002,
  Territory1764000000003,
  Stock1764000000004,
  Pool1764000000005,
  Credit1764000000006,
  Orders1764000000007,
  Fulfilment1764000000008,
  Exchange1764000000009,
  TableVersions1764100000000,
  Shares1764100000001,
  AgeingLines1764100000002,
  HoldDesks1764100000003,
  HoldSellers1764110000000,
  Promotions1764200000000,
  Flash1764200000010,
  Payments1764300000000,
  Rebates1764300000010,
  AfterSales1764300000020,
  WechatLogIn1764300000030,
  Reconciliation1764300000040,
  Messages1764300000050,
  VerifiedPhones1764300000060,
  Photos1764300000070,
  PaymentReturns1764300000080,
  FundFlows1764300000081,
  Delivery1764300000090,
  OrderSteps1764300000091,
  PromotionCosts1764300000100,
  GiftShortages1764300000101,
  Insight1764300000200,
  Deliveries1764300000210,
  CostPayers1764300000220,
  AuditLog1764300000300,
  ReportIndexes1764300000440,
  Announcements1764300000420,
  OpenApi1764300000500,
  ReportPlans1764300000520,
  ListVersions1764300000540,
];

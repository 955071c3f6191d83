import type { Caller, Fen, Platform } from '../../platform';
import { deliveriesService } from '../deliveries-service';
import { diversionsService } from '../diversions-service';
import { lossesService } from '../losses-service';
import { promotedService } from '../promoted-service';
import { receivablesService } from '../receivables-service';
import { returnsService } from '../returns-service';
import type { SalesQuery } from '../sales-query';
import { salesService } from '../sales-service';
import { shelvesService } from '../shelves-service';
import { slowStockService } from '../slow-stock-service';
import type { PlannedReport } from './model';
import type { Cell, Sheet } from './sheet-file-service';

interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Cell;
  readonly decimals?: number;
}

const fenPerYuan = 100;
const yuan = <Row>(title: string, fenOf: (row: Row) => Fen): Column<Row> => ({
  title: `${title}（元）`,
  cell: (row) => fenOf(row) / fenPerYuan,
  decimals: 2,
});
const name = <Row extends { readonly name: string }>(title: string): Column<Row> => ({
  title,
  cell: (row) => row.name,
});

/** What each report is called. */
export const reportNames: Readonly<Record<PlannedReport, string>> = {
  days: '按日',
  buyer: '按客户',
  seller: '按经销商',
  province: '按省份',
  goods: '按商品',
  category: '按品类',
  brand: '按品牌',
  deliveries: '履约',
  receivables: '款项',
  shelves: '库存',
  promoted: '促销投入产出',
  returns: '售后原因',
  returnedGoods: '售后商品',
  losses: '损耗',
  slowStock: '滞销',
  diversions: '窜货',
};

/** Days without a sale after which stock is told as slow. */
const slowDays = 90;

/** Reports as sheets: the rows of the console's, whole, in its order. */
export function sheetsService(platform: Pick<Platform, 'database'>) {
  const sales = salesService(platform);
  const makers: Readonly<Record<PlannedReport, (caller: Caller, query: SalesQuery) => Promise<Sheet>>> = {
    days: async (caller, query) =>
      sheetOf('days', (await sales.salesByDay(caller, query)).days, [
        { title: '日期', cell: ({ day }) => day },
        ...orderColumns,
      ]),
    buyer: async (caller, query) =>
      sheetOf('buyer', await sales.salesBy(caller, { ...query, by: 'buyer' }), [
        name('客户'),
        ...orderColumns,
      ]),
    seller: async (caller, query) =>
      sheetOf('seller', await sales.salesBy(caller, { ...query, by: 'seller' }), [
        name('经销商'),
        ...orderColumns,
      ]),
    province: async (caller, query) =>
      sheetOf('province', await sales.salesBy(caller, { ...query, by: 'province' }), [
        name('省份'),
        ...orderColumns,
      ]),
    goods: async (caller, query) =>
      sheetOf('goods', await sales.salesBySku(caller, query), [
        name('商品'),
        yuan('有效金额', ({ keptFen }) => keptFen),
        { title: '订货量', cell: ({ quantity }) => Number(quantity) },
        { title: '单位', cell: ({ baseUnit }) => baseUnit },
        { title: '已发货', cell: ({ shipped }) => Number(shipped) },
        { title: '已签收', cell: ({ signed }) => Number(signed) },
        { title: '订单数', cell: ({ orders }) => Number(orders) },
      ]),
    category: async (caller, query) =>
      sheetOf('category', await sales.salesByRange(caller, { ...query, by: 'category' }), [
        name('品类'),
        ...rangeColumns,
      ]),
    brand: async (caller, query) =>
      sheetOf('brand', await sales.salesByRange(caller, { ...query, by: 'brand' }), [
        { title: '品牌', cell: (row) => row.name || '未填品牌' },
        ...rangeColumns,
      ]),
    deliveries: async (caller, query) => {
      const by = query.side === 'channel' ? 'seller' : 'day';
      const { items } = await deliveriesService(platform).deliveries(caller, { ...query, by });
      return sheetOf('deliveries', items, [
        name(by === 'seller' ? '经销商' : '签收日'),
        { title: '签收完成', cell: ({ orders }) => orders },
        { title: '有要求到货日', cell: ({ promisedOrders }) => promisedOrders },
        { title: '准时', cell: ({ onTimeOrders }) => onTimeOrders },
        { title: '足量', cell: ({ fullOrders }) => fullOrders },
        { title: '准时足量', cell: ({ otifOrders }) => otifOrders },
        { title: '完美订单', cell: ({ perfectOrders }) => perfectOrders },
        { title: '订单行', cell: ({ orderLines }) => orderLines },
        { title: '足量订单行', cell: ({ fullLines }) => fullLines },
      ]);
    },
    receivables: async (caller, query) =>
      sheetOf('receivables', (await receivablesService(platform).receivables(caller, query)).items, [
        name(query.side === 'channel' ? '经销商' : '客户'),
        yuan('应收余额', ({ receivableFen }) => receivableFen),
        yuan('其中逾期', ({ overdueFen }) => overdueFen),
        yuan('逾期 90 天以上', ({ over90Fen }) => over90Fen),
        yuan('期间赊销额', ({ creditSalesFen }) => creditSalesFen),
        yuan('期间核销', ({ writtenOffFen }) => writtenOffFen),
      ]),
    shelves: async (caller, query) =>
      sheetOf('shelves', (await shelvesService(platform).shelves(caller, query)).items, [
        name(query.side === 'channel' ? '经销商' : '商品'),
        { title: '在售天数', cell: ({ skuDays }) => skuDays },
        { title: '缺货天数', cell: ({ stockOutDays }) => stockOutDays },
        { title: '期间出货', cell: ({ shipped }) => shipped },
        { title: '单位', cell: ({ baseUnit }) => baseUnit },
        { title: '每日库存之和', cell: ({ onHandDays }) => onHandDays },
        { title: '到期预警', cell: ({ dueAlerts }) => dueAlerts },
        { title: '按时处置', cell: ({ handledInTime }) => handledInTime },
      ]),
    promoted: async (caller, query) =>
      sheetOf('promoted', (await promotedService(platform).promoted(caller, query)).items, [
        name('促销'),
        { title: '卖方', cell: ({ sellerName }) => sellerName },
        yuan('活动订单金额', ({ keptFen }) => keptFen),
        { title: '活动订单', cell: ({ keptOrders }) => keptOrders },
        yuan('已入账费用', ({ costFen }) => costFen),
      ]),
    returns: async (caller, query) =>
      sheetOf('returns', (await returnsService(platform).returns(caller, { ...query, by: 'reason' })).items, [
        name('原因'),
        yuan('已退金额', ({ grantedFen }) => grantedFen),
        yuan('申请货值', ({ askedFen }) => askedFen),
        { title: '申请', cell: ({ requests }) => requests },
        { title: '处理中', cell: ({ openRequests }) => openRequests },
        { title: '已完成', cell: ({ closedRequests }) => closedRequests },
        { title: '已拒绝', cell: ({ refusedRequests }) => refusedRequests },
      ]),
    returnedGoods: async (caller, query) =>
      sheetOf('returnedGoods', await returnsService(platform).returnedGoods(caller, query), [
        name('商品'),
        yuan('申请货值', ({ askedFen }) => askedFen),
        { title: '申请数量', cell: ({ asked }) => asked },
        { title: '单位', cell: ({ baseUnit }) => baseUnit },
        { title: '退回可再售', cell: ({ restocked }) => restocked },
        { title: '退回不可售', cell: ({ lost }) => lost },
        { title: '申请', cell: ({ requests }) => requests },
      ]),
    losses: async (caller, query) =>
      sheetOf('losses', (await lossesService(platform).losses(caller, query)).items, [
        name(query.side === 'channel' ? '经销商' : '商品'),
        yuan('损耗估值', ({ lossFen }) => lossFen),
        { title: '未估值品项', cell: ({ unvaluedSkus }) => unvaluedSkus },
        // Units of several SKUs are not added up.
        { title: '销毁数量', cell: ({ destroyed, baseUnit }) => (baseUnit === '' ? null : destroyed) },
        { title: '其中过期', cell: ({ expired, baseUnit }) => (baseUnit === '' ? null : expired) },
        { title: '单位', cell: ({ baseUnit }) => baseUnit },
      ]),
    slowStock: async (caller, { side }) =>
      sheetOf(
        'slowStock',
        (await slowStockService(platform).slowStock(caller, { side, days: slowDays })).items,
        [
          name('商品'),
          { title: '货主', cell: ({ ownerName }) => ownerName },
          { title: '在库', cell: ({ onHand }) => onHand },
          { title: '单位', cell: ({ baseUnit }) => baseUnit },
          { title: '最近出货', cell: ({ lastShippedOn }) => lastShippedOn ?? '无出货记录' },
          { title: '最早入库', cell: ({ firstReceivedOn }) => firstReceivedOn },
          { title: '最早到期', cell: ({ firstExpiresOn }) => firstExpiresOn },
        ],
      ),
    diversions: async (caller, query) => {
      const by = query.side === 'channel' ? 'seller' : 'buyer';
      const { items } = await diversionsService(platform).diversions(caller, { ...query, by });
      return sheetOf('diversions', items, [
        name(by === 'seller' ? '经销商' : '客户'),
        { title: '拦截订单行', cell: ({ blockedLines }) => blockedLines },
        { title: '涉及订单', cell: ({ blockedOrders }) => blockedOrders },
        { title: '窜货线索', cell: ({ suspicions }) => suspicions },
      ]);
    },
  };
  return {
    /** A report as somebody sees it. @throws insight.periodUnfit, insight.notYours */
    sheet: (caller: Caller, report: PlannedReport, query: SalesQuery) => makers[report](caller, query),
  };
}

interface Orders {
  readonly keptFen: Fen;
  readonly keptOrders: number;
  readonly orders: number;
  readonly touchlessOrders: number;
}

const orderColumns: readonly Column<Orders>[] = [
  yuan('有效金额', ({ keptFen }) => Number(keptFen)),
  { title: '有效订单', cell: ({ keptOrders }) => Number(keptOrders) },
  { title: '下单数', cell: ({ orders }) => Number(orders) },
  { title: '自动通过', cell: ({ touchlessOrders }) => Number(touchlessOrders) },
];

const rangeColumns: readonly Column<{ keptFen: Fen; skus: number; orderedSkus: number }>[] = [
  yuan('有效金额', ({ keptFen }) => keptFen),
  { title: '动销品项', cell: ({ skus }) => skus },
  { title: '订单品项数', cell: ({ orderedSkus }) => orderedSkus },
];

const sheetOf = <Row>(
  report: PlannedReport,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): Sheet => ({
  name: reportNames[report],
  columns: columns.map(({ title, decimals }) => (decimals === undefined ? { title } : { title, decimals })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
});

import { countText, yuanText } from '../../ui/format';
import { changePermille, shareText } from './compare';
import { FigureTile, type TileProps } from './figure-tile';
import type { OrderFigures } from './queries';

/** What orders come to, each figure with its definition; beside `before` where there is one. */
export function FigureTiles({ figures, before }: { figures: OrderFigures; before?: OrderFigures }) {
  const changeOf = (of: (row: OrderFigures) => number) =>
    before === undefined ? undefined : changePermille(of(figures), of(before));
  const tiles: readonly TileProps[] = [
    {
      title: '有效金额',
      means: '未驳回、未取消、未整单关闭的订单，按下单日计，不含已取消的数量',
      value: yuanText(figures.keptFen),
      change: changeOf(({ keptFen }) => keptFen),
      testId: 'figure-kept',
    },
    {
      title: '下单数',
      means: '提交的全部订单，无论结果；不含补发单',
      value: countText(figures.orders),
      change: changeOf(({ orders }) => orders),
      testId: 'figure-orders',
    },
    {
      title: '单均金额',
      means: '有效金额 ÷ 有效订单数',
      value: figures.keptOrders === 0 ? '—' : yuanText(Math.round(figures.keptFen / figures.keptOrders)),
      testId: 'figure-average',
    },
    {
      title: '自动通过率',
      means: '下单即自动通过的订单 ÷ 下单数',
      value: shareText(figures.touchlessOrders, figures.orders),
      testId: 'figure-touchless',
    },
  ];
  return (
    <div className="figure-tiles">
      {tiles.map((tile) => (
        <FigureTile key={tile.testId} {...tile} />
      ))}
    </div>
  );
}

import { Skeleton, Tag } from 'antd';
import { countText } from '../../../ui/format';
import { ProblemView } from '../../../ui/problem-view';
import { When } from '../../../ui/when';
import { usePacks } from './queries';

/** How a SKU is and was packed: old orders and stock are still read by the pack of their time. */
export function PackList({ skuId }: { skuId: string }) {
  const packs = usePacks(skuId);
  if (packs.isError) return <ProblemView error={packs.error} onRetry={() => void packs.refetch()} />;
  if (packs.isPending) return <Skeleton active title={false} />;
  return (
    <ul className="sku-packs" data-testid="sku-packs">
      {packs.data.items.map(({ packVersion, baseUnit, barcode, units, startedAt }, at) => (
        <li key={packVersion}>
          <div>
            <b>第 {packVersion} 版</b> {at === 0 && <Tag color="green">现行</Tag>}
            <span className="tp-muted tp-small">
              {startedAt === null ? '建档时起' : <When at={startedAt} />}
            </span>
          </div>
          <div className="tp-figure">
            {units.length === 0
              ? `只按${baseUnit}`
              : units.map(({ unit, factor }) => `1${unit} = ${countText(factor)}${baseUnit}`).join('，')}
          </div>
          <div className="tp-muted tp-small">
            {[
              barcode && `${baseUnit} ${barcode}`,
              ...units.map((one) => one.barcode && `${one.unit} ${one.barcode}`),
            ]
              .filter(Boolean)
              .join(' · ') || '没有条码'}
          </div>
        </li>
      ))}
    </ul>
  );
}

import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select, Skeleton } from 'antd';
import { useNavigate } from 'react-router';
import { useMe } from '../../features/auth/me';
import { useWhyPrice } from '../../features/catalog/prices/queries';
import { WhyResult } from '../../features/catalog/prices/why-result';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { useSku } from '../../features/catalog/sku/queries';
import { PartyPicker } from '../../features/partners/party-picker';
import { EmptyHint } from '../../ui/empty-hint';
import { dayOf } from '../../ui/format';
import { DayInput } from '../../ui/instant-input';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';
import { dayOfText } from '../../ui/shanghai';
import { useFilters } from '../../ui/use-filters';
import { useNow } from '../../ui/use-now';

const greatestQuantity = 10_000;
const countOf = (text: string | null) => {
  const count = Number(text);
  return Number.isInteger(count) && count > 0 && count <= greatestQuantity ? count : 1;
};

/** The question stands in the address: an answer can be sent to whoever asked. */
export default function WhyPricePage() {
  const navigate = useNavigate();
  const isHq = useMe().party.kind === 'hq';
  const today = dayOf(new Date(useNow()));
  const { params, choose, chooseAll } = useFilters();
  const buyerId = params.get('buyer') ?? undefined;
  const sellerId = params.get('seller') ?? undefined;
  const skuId = params.get('sku') ?? undefined;
  const on = dayOfText(params.get('on')) ?? today;
  const count = countOf(params.get('count'));
  return (
    <Page
      title="为什么是这个价"
      hint="选客户、商品和日期，看价格一步步怎么来的，以及每张价目表为什么用或不用"
      extra={
        <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/prices')}>
          全部价目表
        </Button>
      }
    >
      <div className="tp-filters">
        {isHq && (
          <PartyPicker
            label="供货方"
            placeholder="供货方：总部"
            width={200}
            value={sellerId}
            onChange={(value) => choose('seller', value)}
            testId="why-seller"
          />
        )}
        <PartyPicker
          label="客户"
          placeholder="客户"
          width={220}
          value={buyerId}
          onChange={(value) => choose('buyer', value)}
          testId="why-buyer"
        />
        <SkuPicker
          label="商品"
          placeholder="商品"
          width={240}
          value={skuId}
          onChange={(value) => chooseAll({ sku: value, unit: undefined })}
          testId="why-sku"
        />
        <InputNumber
          aria-label="数量"
          min={1}
          max={greatestQuantity}
          precision={0}
          value={count}
          onChange={(value) => choose('count', value === null ? undefined : String(value))}
          style={{ width: 90 }}
          data-testid="why-count"
        />
        {skuId && (
          <UnitChoice skuId={skuId} value={params.get('unit')} onChange={(unit) => choose('unit', unit)} />
        )}
        <div style={{ width: 150 }}>
          <DayInput label="下单日期" value={on} onChange={(day) => choose('on', day)} />
        </div>
      </div>
      {buyerId && skuId ? (
        <Answer
          key={skuId}
          question={{ buyerId, sellerId, skuId, on }}
          count={count}
          unit={params.get('unit')}
        />
      ) : (
        <div className="tp-panel">
          <EmptyHint title="选一个客户和一个商品" hint="数量和日期会影响阶梯价和有效期，也可以一起改。" />
        </div>
      )}
    </Page>
  );
}

interface UnitChoiceProps {
  skuId: string;
  value: string | null;
  onChange: (unit: string | undefined) => void;
}

function UnitChoice({ skuId, value, onChange }: UnitChoiceProps) {
  const sku = useSku(skuId).data;
  if (!sku) return null;
  const units = [...new Set([sku.baseUnit, ...sku.units.map(({ unit }) => unit)])];
  return (
    <Select
      aria-label="单位"
      value={value ?? sku.baseUnit}
      options={units.map((unit) => ({ value: unit, label: unit }))}
      onChange={(unit) => onChange(unit === sku.baseUnit ? undefined : unit)}
      style={{ width: 80 }}
      data-testid="why-unit"
    />
  );
}

interface AnswerProps {
  question: { buyerId: string; sellerId: string | undefined; skuId: string; on: string };
  count: number;
  unit: string | null;
}

function Answer({ question, count, unit }: AnswerProps) {
  const sku = useSku(question.skuId);
  const factor = sku.data?.units.find((one) => one.unit === unit)?.factor ?? 1;
  const why = useWhyPrice(
    sku.data ? { ...question, quantity: count * factor, ...(factor > 1 && unit ? { unit } : {}) } : null,
  );
  const failed = [sku, why].find(({ isError }) => isError);
  if (failed) return <ProblemView error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!why.data || !sku.data)
    return (
      <div className="tp-panel tp-panel-body" data-testid="loading">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  return <WhyResult why={why.data} baseUnit={sku.data.baseUnit} />;
}

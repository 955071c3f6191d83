import { Button, Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { Yuan } from '../../ui/yuan';
import type { DeliveryRule } from './model';
import type { DeliveryPickers } from './pickers';
import { usePreviewDelivery } from './queries';

interface PreviewPanelProps {
  /** The rules as they stand in the form. */
  readonly drafted: () => { rules: DeliveryRule[]; allowsPickup: boolean };
  readonly pickers: Pick<DeliveryPickers, 'Party' | 'Sku'>;
}

/** What the rules in the form would charge a customer, at its usual address. */
export function PreviewPanel({ drafted, pickers: { Party, Sku } }: PreviewPanelProps) {
  const [buyerId, setBuyerId] = useState<string | undefined>();
  const [skuId, setSkuId] = useState<string | undefined>();
  const [quantity, setQuantity] = useState(10);
  const [isPickup, setPickup] = useState(false);
  const preview = usePreviewDelivery();
  const found = preview.data;
  const tryIt = () => {
    if (!buyerId || !skuId) return;
    preview.mutate({ buyerId, lines: [{ skuId, quantity }], isPickup, ...drafted() });
  };
  return (
    <Panel title="试算">
      <div className="delivery-rule-scope">
        <Party value={buyerId} onChange={setBuyerId} placeholder="客户" testId="delivery-preview-buyer" />
        <Sku value={skuId} onChange={setSkuId} placeholder="商品" testId="delivery-preview-sku" />
        <InputNumber<number>
          value={quantity}
          onChange={(value) => setQuantity(value ?? 1)}
          min={1}
          max={1_000_000}
          precision={0}
          aria-label="数量（最小单位）"
        />
        <Checkbox checked={isPickup} onChange={({ target }) => setPickup(target.checked)}>
          自提
        </Checkbox>
        <Button
          onClick={tryIt}
          disabled={!buyerId || !skuId}
          loading={preview.isPending}
          data-testid="delivery-preview"
        >
          试算
        </Button>
      </div>
      {preview.isError && <ProblemView error={preview.error} />}
      {found && (
        <p data-testid="delivery-preview-result">
          送到 {found.regionName}，货款 <Yuan fen={found.goodsFen} />，{found.cases} 箱，
          {found.weightGrams / 1_000} 公斤：运费 <Yuan fen={found.chargeFen} strong />（{found.words}）
          {found.nextStep && `，${found.nextStep}`}
        </p>
      )}
    </Panel>
  );
}

import { useEffect } from 'react';
import { Text, View } from '@tarojs/components';
import { walkRows } from '@/platform/walk-rows';
import { Button } from '@/ui/button';
import { asButton } from '@/ui/control';
import { DealTags } from '@/ui/deal-tag';
import { Findings } from '@/ui/findings';
import { Icon } from '@/ui/icon';
import { unitYuan } from '@/ui/money';
import { QuantityStepper } from '@/ui/quantity-stepper';
import { packingProblem, toMixedUnits } from '@/ui/units';
import { Windowed } from '@/ui/windowed';
import { Yuan } from '@/ui/yuan';
import type { BasketLine } from './basket';
import { GiftRows } from './gift-rows';
import { listFen, quotedLine, savingsOf } from './quoted';
import type { Checkout } from './use-checkout';
import './row-table.scss';

const rowsTogether = 18;
/** Of the parts below the first few, until they come near the screen. */
const partHeightPx = rowsTogether * 66;
const partsAtOnce = 2;

/**
 * A basket as numbered rows, for large orders: a table on a PC, stacked rows on a phone. Rows far from the screen keep
 * their height and are not drawn, so that a thousand scroll as smoothly as ten.
 */
export function RowTable({ checkout }: { checkout: Checkout }) {
  const { lines, quote } = checkout;
  useEffect(() => walkRows('quick-rows', '.rows__row'), []);
  const parts = Array.from({ length: Math.ceil(lines.length / rowsTogether) }, (_, at) => at * rowsTogether);
  return (
    <View className="rows" id="quick-rows">
      <View className="rows__head">
        <Text className="rows__no">行</Text>
        <Text>商品</Text>
        <Text className="rows__right">单价</Text>
        <Text>数量</Text>
        <Text className="rows__right">金额</Text>
        <Text />
      </View>
      {parts.map((from) => (
        <Windowed
          key={from}
          id={`quick-part-${from}`}
          className="rows__part"
          expectedHeightPx={from < partsAtOnce * rowsTogether ? undefined : partHeightPx}
        >
          {lines.slice(from, from + rowsTogether).map((line, at) => (
            <Row key={line.skuId} line={line} rowNo={from + at + 1} checkout={checkout} />
          ))}
        </Windowed>
      ))}
      {quote.data ? (
        <View className="rows__gifts">
          <GiftRows quote={quote.data} name="quick-" />
        </View>
      ) : null}
    </View>
  );
}

function Row({ line, rowNo, checkout }: { line: BasketLine; rowNo: number; checkout: Checkout }) {
  const { quote, change, removal } = checkout;
  const quoted = quote.data && quotedLine(quote.data.lines, line.skuId);
  const savings = quote.data && quoted ? savingsOf(quote.data.promotions, quoted.lineNo) : [];
  const findings =
    quote.data?.findings.filter(({ lineNo }) => lineNo !== null && lineNo === quoted?.lineNo) ?? [];
  const problem = packingProblem(line.quantity, line.packing);
  const suggested = quoted?.quantity === line.quantity ? (quoted.suggestedQuantity ?? null) : null;
  const setQuantity = (quantity: number) =>
    quantity > 0 ? change({ type: 'change', skuId: line.skuId, quantity }) : removal.remove(line.skuId);
  return (
    <View className="rows__row" id={`row-${line.skuId}`}>
      <Text className="rows__no">{rowNo}</Text>
      <View className="rows__goods">
        <Text className="rows__name">{line.name}</Text>
        <Text className="rows__faint">{line.spec}</Text>
        <DealTags deals={savings} />
      </View>
      <Text className="rows__price">
        {quoted && quoted.unitPriceE4 !== null
          ? `${unitYuan(quoted.unitPriceE4)}/${line.packing.baseUnit}`
          : '—'}
      </Text>
      <QuantityStepper
        name={`row-${line.skuId}`}
        packing={line.packing}
        quantity={line.quantity}
        onChange={setQuantity}
      />
      <View className="rows__amount">
        <Text className="rows__faint">{toMixedUnits(line.quantity, line.packing)}</Text>
        {quoted && quoted.discountFen > 0 ? <Yuan fen={listFen(quoted)} tone="struck" /> : null}
        {quoted ? <Yuan fen={quoted.amountFen} /> : <Text className="rows__faint">核价中</Text>}
      </View>
      <View
        className="rows__remove"
        id={`quick-remove-${line.skuId}`}
        {...asButton(() => removal.remove(line.skuId), `移除 ${line.name}`)}
      >
        <Icon name="trash" />
      </View>
      {findings.length > 0 || problem || suggested !== null ? (
        <View className="rows__below">
          {problem && findings.length === 0 ? <Text className="rows__problem">{problem}</Text> : null}
          <Findings findings={findings} />
          {suggested === null ? null : (
            <Button
              id={`quick-adopt-${line.skuId}`}
              label={`改为 ${toMixedUnits(suggested, line.packing)}`}
              size="small"
              onPress={() => setQuantity(suggested)}
            />
          )}
        </View>
      ) : null}
    </View>
  );
}

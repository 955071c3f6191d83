import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { asButton, asFold, asLink } from '@/ui/control';
import { DealTag } from '@/ui/deal-tag';
import { Findings } from '@/ui/findings';
import { Icon } from '@/ui/icon';
import { unitYuan } from '@/ui/money';
import { QuantityStepper } from '@/ui/quantity-stepper';
import { toMixedUnits } from '@/ui/units';
import { Yuan } from '@/ui/yuan';
import type { BasketLine } from './basket';
import type { Quote } from './queries';
import { listFen, quotedLine, savingsOf } from './quoted';
import './cart-line.scss';

export interface CartLineProps {
  line: BasketLine;
  quote: Quote | undefined;
  /** Leads to the page of the goods. */
  onOpen: () => void;
  onQuantity: (quantity: number) => void;
  onAcceptAgeing: (accepts: boolean) => void;
  onRemove: () => void;
}

/** One line of a basket: how much, what it comes to and why, and what stands in its way. */
export function CartLine({ line, quote, onOpen, onQuantity, onAcceptAgeing, onRemove }: CartLineProps) {
  const [isExplained, setExplained] = useState(false);
  const quoted = quote && quotedLine(quote.lines, line.skuId);
  const hasSteps = quoted !== undefined && quoted.priceSteps.length > 0;
  const savings = quote && quoted ? savingsOf(quote.promotions, quoted.lineNo) : [];
  const findings = quoted
    ? (quote?.findings.filter(({ lineNo }) => lineNo !== null && lineNo === quoted.lineNo) ?? [])
    : [];
  const ageing = quote?.lines.filter(({ isAgeing, skuId }) => isAgeing && skuId === line.skuId) ?? [];
  const isOffered = findings.some(({ rule }) => rule === 'stock.ageing');
  const suggested = quoted?.quantity === line.quantity ? quoted.suggestedQuantity : null;
  return (
    <View className="cart-line" id={`line-${line.skuId}`}>
      <View className="cart-line__head">
        <View className="cart-line__words" id={`open-${line.skuId}`} {...asLink(onOpen)}>
          <Text className="cart-line__name">{line.name}</Text>
          <Text className="cart-line__spec">{line.spec}</Text>
        </View>
        <View
          className="cart-line__remove"
          id={`remove-${line.skuId}`}
          {...asButton(onRemove, `移除 ${line.name}`)}
        >
          <Icon name="trash" />
        </View>
      </View>
      <QuantityStepper
        name={`line-${line.skuId}`}
        packing={line.packing}
        quantity={line.quantity}
        onChange={onQuantity}
      />
      <View className="cart-line__sum">
        <View
          className="cart-line__why"
          {...asFold(hasSteps ? () => setExplained(!isExplained) : undefined, isExplained)}
        >
          {quoted && quoted.unitPriceE4 !== null ? (
            <Text>{`${unitYuan(quoted.unitPriceE4)}/${line.packing.baseUnit}`}</Text>
          ) : null}
          {hasSteps ? <Text className="cart-line__link">{isExplained ? '收起说明' : '价格说明'}</Text> : null}
        </View>
        <View className="cart-line__amount">
          <Text className="cart-line__mixed">{toMixedUnits(line.quantity, line.packing)}</Text>
          {quoted && quoted.discountFen > 0 ? <Yuan fen={listFen(quoted)} tone="struck" /> : null}
          {quoted ? (
            <Yuan fen={ageing.length > 0 ? quoted.payableFen : quoted.amountFen} />
          ) : (
            <Text className="cart-line__spec">核价中</Text>
          )}
        </View>
      </View>
      {savings.length > 0 ? (
        <View className="cart-line__savings" id={`savings-${line.skuId}`}>
          {savings.map(({ promotionId, kind, label, offFen }) => (
            <View key={promotionId} className="cart-line__saving">
              <DealTag kind={kind} label={label} />
              <Yuan fen={-offFen} tone="deal" />
            </View>
          ))}
        </View>
      ) : null}
      {isExplained && quoted ? (
        <View className="cart-line__steps">
          {quoted.priceSteps.map((step) => (
            <Text key={step} className="cart-line__step">
              {step}
            </Text>
          ))}
        </View>
      ) : null}
      {ageing.map((goods) => (
        <View key={goods.lineNo} className="cart-line__sum">
          <Text className="cart-line__spec">{`临期 ${unitYuan(goods.unitPriceE4 ?? 0)}/${line.packing.baseUnit}`}</Text>
          <View className="cart-line__amount">
            <Text className="cart-line__mixed">{toMixedUnits(goods.quantity, line.packing)}</Text>
            <Yuan fen={goods.amountFen} />
          </View>
        </View>
      ))}
      <Findings findings={findings} />
      {isOffered || line.acceptsAgeing ? (
        <Button
          id={`ageing-${line.skuId}`}
          label={line.acceptsAgeing ? '不要临期' : '要临期价'}
          size="small"
          onPress={() => onAcceptAgeing(!line.acceptsAgeing)}
        />
      ) : null}
      {suggested !== null && suggested !== undefined ? (
        <Button
          id={`adopt-${line.skuId}`}
          label={`改为 ${toMixedUnits(suggested, line.packing)}`}
          size="small"
          onPress={() => onQuantity(suggested)}
        />
      ) : null}
    </View>
  );
}

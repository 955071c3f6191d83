import { useEffect, useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { QuantityStepper } from '@/ui/quantity-stepper';
import { toMixedUnits, type Packing } from '@/ui/units';
import { useReadQuantity } from './queries';
import './quantity-entry.scss';

export interface QuantityEntryProps {
  skuId: string;
  supplierId: string | undefined;
  packing: Packing;
  /** In base units. */
  quantity: number;
  onQuantity: (quantity: number) => void;
}

/** How much: by steppers, or written as one says it. What the server understood is said, and becomes the quantity. */
export function QuantityEntry({ skuId, supplierId, packing, quantity, onQuantity }: QuantityEntryProps) {
  const [text, setText] = useState('');
  const { read, isCurrent } = useReadQuantity(skuId, supplierId, text);
  const row = text.trim() === '' || !isCurrent ? undefined : read.data;
  const understood = row?.line?.quantity;
  useEffect(() => {
    if (understood !== undefined) onQuantity(understood);
  }, [understood, onQuantity]);
  const say = (amount: number) => toMixedUnits(amount, packing);
  return (
    <View className="quantity-entry">
      <QuantityStepper
        name="goods"
        packing={packing}
        quantity={quantity}
        onChange={(next) => {
          setText('');
          onQuantity(next);
        }}
      />
      <View className="quantity-entry__box">
        <Input
          id="quantity-text"
          className="quantity-entry__input"
          value={text}
          maxlength={30}
          placeholder={`或直接写：${say(exampleQuantity(packing))}、2x5`}
          placeholderClass="field__placeholder"
          nativeProps={{ 'aria-label': '直接写数量' }}
          onInput={(event) => setText(String(event.detail.value))}
        />
      </View>
      {text.trim() !== '' && read.isError ? (
        <Text className="quantity-entry__problem">暂时读不了，请用上面的加减</Text>
      ) : null}
      {understood !== undefined ? (
        <Text className="quantity-entry__understood" id="quantity-understood">
          {`理解为 ${say(understood)}（共 ${understood}${packing.baseUnit}）`}
        </Text>
      ) : null}
      {row?.error ? (
        <View className="quantity-entry__row">
          <Text className="quantity-entry__problem" id="quantity-problem">
            {row.error.message}
          </Text>
          {row.error.quantities.slice(0, 3).map((words) => (
            <Button
              key={words}
              label={wordsToTry(words)}
              size="small"
              onPress={() => setText(wordsToTry(words))}
            />
          ))}
        </View>
      ) : null}
    </View>
  );
}

/** Two of the largest unit and five loose ones: what most quantities look like. */
const exampleQuantity = ({ units }: Packing) =>
  2 * Math.max(1, ...units.filter(({ sellable }) => sellable).map(({ factor }) => factor)) + 5;

/** A unit alone is no quantity yet: one of it is. */
const wordsToTry = (words: string) => (/\d/.test(words) ? words : `1${words}`);

import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Field } from '@/ui/field';
import { fenOf, yuan } from '@/ui/money';
import { Yuan } from '@/ui/yuan';
import type { Checkout } from './use-checkout';

const textOf = (fen: number) => (fen > 0 ? String(fen / 100) : '');

/**
 * 返利抵扣 in the cart: offered where there is rebate for what lies in it; the amount is the buyer's to change. What was
 * typed is of one basket: give it the basket's key.
 */
export function RebateAtCheckout({
  checkout,
}: {
  checkout: Pick<Checkout, 'quote' | 'rebateFen' | 'mostRebateFen' | 'chooseRebate'>;
}) {
  const { quote, rebateFen, mostRebateFen, chooseRebate } = checkout;
  const [text, setText] = useState(() => textOf(rebateFen));
  if (!quote.data || mostRebateFen === 0) return null;
  const choose = (fen: number) => {
    chooseRebate(fen);
    setText(textOf(fen));
  };
  const type = (typed: string) => {
    setText(typed);
    chooseRebate(fenOf(typed) ?? 0);
  };
  return (
    <Card title="返利抵扣">
      <Fact name="可用返利">
        <Yuan fen={quote.data.rebate.freeFen} />
      </Fact>
      <Field
        id="rebate-yuan"
        label="本单抵扣（元）"
        value={text}
        placeholder="不使用"
        hint={`本单最多可抵扣 ${yuan(mostRebateFen)}`}
        onChange={type}
      />
      {rebateFen > 0 ? (
        <>
          <Fact name="抵扣后应付">
            <Yuan id="after-rebate" fen={quote.data.payableFen - rebateFen} tone="brand" />
          </Fact>
          <Button id="rebate-none" label="不使用返利" onPress={() => choose(0)} />
        </>
      ) : (
        <Button
          id="rebate-most"
          label={`抵扣 ${yuan(mostRebateFen)}`}
          onPress={() => choose(mostRebateFen)}
        />
      )}
    </Card>
  );
}

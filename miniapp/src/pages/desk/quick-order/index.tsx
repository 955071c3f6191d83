import { useState } from 'react';
import { View } from '@tarojs/components';
import { AddRow } from '@/features/bulk/add-row';
import { PasteSheet } from '@/features/bulk/paste-sheet';
import { basketLine, basketLinesMax } from '@/features/cart/basket';
import { quickKey } from '@/features/cart/basket-store';
import { DealsCard } from '@/features/cart/deals-card';
import { NextStep } from '@/features/cart/next-step';
import { PlaceBar } from '@/features/cart/place-bar';
import { QuoteSummary } from '@/features/cart/quote-summary';
import { RowTable } from '@/features/cart/row-table';
import { useAddGoods } from '@/features/cart/use-add-goods';
import { UndoRemove } from '@/features/cart/undo-remove';
import { useCheckout } from '@/features/cart/use-checkout';
import { AddressPicker } from '@/features/partners/address-picker';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { useAddresses } from '@/features/partners/queries';
import { useWallet } from '@/features/promotions/queries';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { NoteField } from '@/ui/field';
import { Page } from '@/ui/page';
import { Nothing } from '@/ui/states';
import { stepUp, stepperUnits } from '@/ui/units';
import './index.scss';

const head = { title: '快速订货' };

function QuickOrderPage({ me }: SignedInProps) {
  const { supplier } = useChosenSupplier(me.userId);
  const addresses = useAddresses();
  const [addressId, setAddressId] = useState<string>();
  const [isPasting, setPasting] = useState(false);
  const supplierId = supplier?.partyId ?? '';
  const known = addresses.data?.items ?? [];
  const address =
    known.find((one) => one.addressId === addressId) ?? known.find(({ isDefault }) => isDefault) ?? known[0];
  const checkout = useCheckout({
    basketKey: quickKey(me.userId, supplierId),
    supplierId: supplier?.partyId,
    addressId: address?.addressId,
  });
  const { lines, change } = checkout;
  const addGoods = useAddGoods(quickKey(me.userId, supplierId), supplier?.partyId);
  const wallet = useWallet(supplier?.partyId);
  const hasRows = lines.length > 0;
  const draftKey = `pasted:${me.userId}:${supplierId}`;
  return (
    <Page {...head} width="desk" foot={hasRows ? <PlaceBar checkout={checkout} name="quick-" /> : undefined}>
      <View className="quick-order__tools">
        <AddRow
          supplierId={supplierId}
          onAdd={(sku) => {
            const old = lines.find(({ skuId }) => skuId === sku.skuId)?.quantity ?? 0;
            const step = stepperUnits(sku)[0]?.factor ?? 1;
            change({ type: 'set', line: basketLine(sku, stepUp(old, step, sku)) });
          }}
        />
        <Button id="open-paste" label="粘贴表格" onPress={() => setPasting(true)} />
      </View>
      <UndoRemove removal={checkout.removal} />
      {hasRows ? (
        <>
          <NextStep quote={checkout.quote.data} onAdd={addGoods.mutate} name="quick-" />
          <RowTable checkout={checkout} />
          <View className="quick-order__end">
            <View className="quick-order__half">
              <Card title={`供货商 ${supplier?.name ?? ''}`}>
                <AddressPicker name="quick-" addresses={known} chosen={address} onChoose={setAddressId} />
              </Card>
              <Card>
                <NoteField
                  id="quick-order-note"
                  label="备注"
                  value={checkout.note}
                  placeholder="送货时间、收货要求等，选填"
                  onChange={checkout.setNote}
                />
              </Card>
            </View>
            <View className="quick-order__half">
              <DealsCard checkout={checkout} wallet={wallet} name="quick-" />
              <QuoteSummary checkout={checkout} name="quick-" />
            </View>
          </View>
        </>
      ) : (
        <Nothing
          title="一行一个商品，快速下大单"
          advice="在上面输入条码或名称逐行添加，或从 Excel 复制“条码、数量”两列粘贴进来；在电脑上，这一页直接粘贴、把 Excel 文件拖进来都行"
          actionLabel="粘贴表格"
          onAction={() => setPasting(true)}
        />
      )}
      {supplier ? (
        <PasteSheet
          key={draftKey}
          open={isPasting}
          draftKey={draftKey}
          supplierId={supplierId}
          inOrder={new Set(lines.map(({ skuId }) => skuId))}
          linesMax={basketLinesMax}
          onOpen={() => setPasting(true)}
          onClose={() => setPasting(false)}
          onAdd={(rows) =>
            change({ type: 'addAll', lines: rows.map(({ sku, quantity }) => basketLine(sku, quantity)) })
          }
        />
      ) : null}
    </Page>
  );
}

export default signedIn(QuickOrderPage, head);

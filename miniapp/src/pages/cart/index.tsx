import { useState } from 'react';
import { View } from '@tarojs/components';
import { CartLines } from '@/features/cart/cart-lines';
import { DealsCard } from '@/features/cart/deals-card';
import { NextStep } from '@/features/cart/next-step';
import { PlaceBar } from '@/features/cart/place-bar';
import { QuoteSummary } from '@/features/cart/quote-summary';
import { RebateAtCheckout } from '@/features/cart/rebate-at-checkout';
import { cartKey } from '@/features/cart/basket-store';
import { useAddGoods } from '@/features/cart/use-add-goods';
import { UndoRemove } from '@/features/cart/undo-remove';
import { useCheckout } from '@/features/cart/use-checkout';
import { OverdueNotice } from '@/features/credit/overdue-notice';
import { SaveList } from '@/features/lists/save-list';
import { AddressPicker } from '@/features/partners/address-picker';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { useAddresses } from '@/features/partners/queries';
import { SupplierPicker } from '@/features/partners/supplier-picker';
import { useWallet } from '@/features/promotions/queries';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { NoteField } from '@/ui/field';
import { Page } from '@/ui/page';
import { Nothing } from '@/ui/states';
import './index.scss';

const head = { title: '购物车', isTab: true };

function CartPage({ me }: SignedInProps) {
  const { items, supplier, choose } = useChosenSupplier(me.userId);
  const addresses = useAddresses();
  const [addressId, setAddressId] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const known = addresses.data?.items ?? [];
  const address =
    known.find((one) => one.addressId === addressId) ?? known.find(({ isDefault }) => isDefault) ?? known[0];
  const basketKey = cartKey(me.userId, supplier?.partyId ?? '');
  const checkout = useCheckout({
    basketKey,
    supplierId: supplier?.partyId,
    addressId: address?.addressId,
  });
  const addGoods = useAddGoods(basketKey, supplier?.partyId);
  const wallet = useWallet(supplier?.partyId);
  const picker =
    items.length > 1 && supplier ? (
      <View className="cart__suppliers">
        <SupplierPicker suppliers={items} chosenId={supplier.partyId} onChoose={choose} />
      </View>
    ) : null;

  if (!me.buys)
    return (
      <Page {...head}>
        <Nothing
          title="当前账号不下单"
          actionLabel="查看客户订单"
          onAction={() => goTo(places.customerOrders)}
        />
      </Page>
    );
  if (checkout.lines.length === 0)
    return (
      <Page {...head}>
        {picker}
        <UndoRemove removal={checkout.removal} />
        <Nothing
          title="购物车还是空的"
          advice="挑几样商品，这里会边改边核价，告诉您能不能马上通过"
          actionLabel="去选商品"
          onAction={() => goTo(places.home)}
        />
      </Page>
    );
  return (
    <Page {...head} width="desk" foot={<PlaceBar checkout={checkout} />}>
      {picker}
      <View className="cart">
        <View className="cart__main">
          <Card>
            <AddressPicker addresses={known} chosen={address} onChoose={setAddressId} />
          </Card>
          <OverdueNotice
            supplierId={supplier?.partyId}
            payToFreeFen={checkout.quote.data?.payToFreeFen ?? null}
          />
          <UndoRemove removal={checkout.removal} />
          <NextStep quote={checkout.quote.data} onAdd={addGoods.mutate} />
          <CartLines checkout={checkout} supplierId={supplier?.partyId} />
          <Button id="save-list" label="存为常用单" look="text" onPress={() => setSaving(true)} />
        </View>
        <View className="cart__side">
          <DealsCard checkout={checkout} wallet={wallet} />
          <RebateAtCheckout key={basketKey} checkout={checkout} />
          <QuoteSummary checkout={checkout} />
          <Card>
            <NoteField
              id="order-note"
              label="备注"
              value={checkout.note}
              placeholder="送货时间、收货要求等，选填"
              onChange={checkout.setNote}
            />
          </Card>
        </View>
      </View>
      <SaveList open={isSaving} lines={checkout.lines} onClose={() => setSaving(false)} />
    </Page>
  );
}

export default signedIn(CartPage, head);

import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { signedIn } from '@/features/session/signed-in';
import { GoodsFilter } from '@/features/stock/goods-filter';
import { LotCard } from '@/features/stock/lot-card';
import { useDispatchTransfer, useLots, useWarehouses, type Lot } from '@/features/stock/queries';
import { chosenLines, type Chosen } from '@/features/stock/transfer-totals';
import { WarehouseChips } from '@/features/stock/warehouse-chips';
import { useKept } from '@/platform/use-kept';
import { goOn, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { sayUnits } from '@/ui/read-units';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { say } from '@/ui/toast';
import './index.scss';

const head = { title: '新建调拨' };

interface Draft {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly chosen: Readonly<Record<string, Chosen>>;
}

const nothing: Draft = { from: '', to: '', reason: '', chosen: {} };

const freeOf = ({ onHand, reserved }: Lot) => onHand - reserved;

/** Chooses lots of one of my warehouses and sends them to another. */
function DispatchPage() {
  const [draft, setDraft, drop] = useKept<Draft>('transfer-draft', nothing);
  const [skuId, setSkuId] = useState('');
  const [isAsked, setAsked] = useState(false);
  const warehouses = useWarehouses();
  const dispatch = useDispatchTransfer();
  const from = draft.from || (warehouses.data?.items[0]?.warehouseId ?? '');
  const lots = useLots({ skuId, warehouseId: from, level: '', quality: '' }, from !== '');
  useReachBottom(() => {
    if (lots.hasNextPage && !lots.isFetchingNextPage) void lots.fetchNextPage();
  });
  const list = (lots.data?.pages.flatMap(({ items }) => items) ?? []).filter((lot) => freeOf(lot) > 0);
  const chosen = Object.values(draft.chosen);
  const { lines, wrongLotIds } = chosenLines(chosen);
  const isReady = lines.length > 0 && wrongLotIds.length === 0 && draft.to !== '' && draft.to !== from;
  const type = (lot: Lot, text: string) => {
    const { lotId, skuName, lotNo, units } = lot;
    const one: Chosen = { lotId, skuName, lotNo, units, free: freeOf(lot), text };
    setDraft({ ...draft, from, chosen: { ...draft.chosen, [lotId]: one } });
  };
  const send = () =>
    dispatch.mutate(
      { fromWarehouseId: from, toWarehouseId: draft.to, reason: draft.reason.trim(), lines: [...lines] },
      {
        onSuccess: ({ transferId, toWarehouseName }) => {
          drop();
          say(`已发往${toWarehouseName}`);
          goOn(places.transfer(transferId));
        },
      },
    );
  const quantityOf = (lotId: string) => lines.find((line) => line.lotId === lotId)?.quantity;
  return (
    <Page
      {...head}
      width="desk"
      foot={
        <View className="dispatch__foot">
          <Text className="dispatch__faint" id="dispatch-chosen">
            {wrongLotIds.length > 0
              ? `${wrongLotIds.length} 个批次的数量不对`
              : `已选 ${lines.length} 个批次`}
          </Text>
          {chosen.length > 0 ? <Button id="dispatch-clear" label="清空" onPress={drop} /> : null}
          <Button
            id="dispatch-ask"
            label="发出"
            look="main"
            disabled={!isReady}
            onPress={() => setAsked(true)}
          />
        </View>
      }
    >
      <Card>
        <View className="field">
          <Text className="field__label">调出仓</Text>
          <WarehouseChips
            name="from"
            value={from}
            onChange={(warehouseId) => setDraft({ ...draft, from: warehouseId, chosen: {} })}
          />
        </View>
        <View className="field">
          <Text className="field__label">调入仓</Text>
          <WarehouseChips name="to" value={draft.to} onChange={(to) => setDraft({ ...draft, to })} />
          {draft.to !== '' && draft.to === from ? (
            <Text className="field__error" id="dispatch-same">
              调入仓不能与调出仓相同
            </Text>
          ) : null}
        </View>
        <Field
          id="dispatch-reason"
          label="说明"
          value={draft.reason}
          lengthMax={200}
          placeholder="如 补旺季备货，选填"
          onChange={(reason) => setDraft({ ...draft, reason })}
        />
      </Card>
      <GoodsFilter skuId={skuId} onChoose={setSkuId} />
      {lots.isPending ? <Loading /> : null}
      {lots.isError && list.length === 0 ? (
        <Problem error={lots.error} onRetry={() => void lots.refetch()} />
      ) : null}
      {lots.isSuccess && list.length === 0 && !lots.hasNextPage ? (
        <Nothing title="没有可调的批次" advice="换一个仓库或商品再看" />
      ) : null}
      {list.map((lot) => (
        <LotCard key={lot.lotId} lot={lot}>
          <View className="dispatch__quantity">
            <Text className={wrongLotIds.includes(lot.lotId) ? 'dispatch__wrong' : 'dispatch__faint'}>
              {`可调 ${sayUnits(freeOf(lot), lot.units)}`}
            </Text>
            <View className="dispatch__box">
              <Input
                id={`dispatch-quantity-${lot.lotId}`}
                className="dispatch__input"
                value={draft.chosen[lot.lotId]?.text ?? ''}
                maxlength={30}
                placeholder="调拨数量，如 2箱5"
                placeholderClass="field__placeholder"
                nativeProps={{ 'aria-label': `${lot.skuName} ${lot.lotNo} 的调拨数量` }}
                onInput={(event) => type(lot, String(event.detail.value))}
              />
            </View>
          </View>
        </LotCard>
      ))}
      {list.length > 0 || lots.hasNextPage ? (
        <ListFoot
          hasMore={lots.hasNextPage}
          pending={lots.isFetchingNextPage}
          onMore={() => void lots.fetchNextPage()}
        />
      ) : null}
      <Confirm
        title="确认发出"
        open={isAsked}
        text="发出后立即从调出仓扣减，到货前计入在途；到货时登记破损和短少。"
        confirmLabel="确认发出"
        pending={dispatch.isPending}
        error={dispatch.error}
        onConfirm={send}
        onClose={() => setAsked(false)}
      >
        {chosen
          .filter(({ lotId }) => quantityOf(lotId) !== undefined)
          .map(({ lotId, skuName, lotNo, units }) => (
            <View key={lotId} className="dispatch__line">
              <Text>{`${skuName} · ${lotNo}`}</Text>
              <Text>{sayUnits(quantityOf(lotId) ?? 0, units)}</Text>
            </View>
          ))}
      </Confirm>
    </Page>
  );
}

export default signedIn(DispatchPage, head);

import { useState } from 'react';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import {
  useRecurring,
  useRemoveRecurring,
  useSaveRecurring,
  useTemplates,
  type Recurring,
} from '@/features/lists/queries';
import { RecurringForm } from '@/features/lists/recurring-form';
import { RecurringRow } from '@/features/lists/recurring-row';
import { RunsSheet } from '@/features/lists/runs-sheet';
import { rhythmWords } from '@/features/lists/words';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { Page } from '@/ui/page';
import { InlineProblem, Loading, Nothing, Problem } from '@/ui/states';
import { say } from '@/ui/toast';

const head = { title: '定期订货' };

type Doing =
  { readonly what: 'add' } | { readonly what: 'edit' | 'runs' | 'remove'; readonly recurring: Recurring };

/** The orders that come by themselves. */
function RecurringPage({ me }: SignedInProps) {
  const recurring = useRecurring();
  const templates = useTemplates();
  const { items: suppliers, supplier } = useChosenSupplier(me.userId);
  const save = useSaveRecurring();
  const remove = useRemoveRecurring();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  usePullDownRefresh(
    () => void Promise.all([recurring.refetch(), templates.refetch()]).then(() => Taro.stopPullDownRefresh()),
  );
  const pause = ({
    recurringId,
    templateId,
    supplierId,
    addressId,
    rhythm,
    startsOn,
    skipsHolidays,
    paused,
  }: Recurring) =>
    save.mutate(
      {
        recurringId,
        templateId,
        rhythm,
        startsOn,
        skipsHolidays,
        paused: !paused,
        ...(supplierId ? { supplierId } : {}),
        ...(addressId ? { addressId } : {}),
      },
      { onSuccess: () => say(paused ? '已恢复' : '已暂停，到日子不再下单') },
    );
  const list = recurring.data?.items ?? [];
  const lists = templates.data?.items ?? [];
  const nameOf = (supplierId: string | null) =>
    suppliers.find(({ partyId }) => partyId === supplierId)?.name ?? '';
  return (
    <Page
      {...head}
      foot={
        lists.length > 0 ? (
          <Button
            id="recurring-add"
            label="新建定期订货"
            look="main"
            block
            onPress={() => setDoing({ what: 'add' })}
          />
        ) : undefined
      }
    >
      <InlineProblem error={save.error} />
      {recurring.isPending ? <Loading /> : null}
      {recurring.isError && !recurring.data ? (
        <Problem error={recurring.error} onRetry={() => void recurring.refetch()} />
      ) : null}
      {recurring.isSuccess && templates.isSuccess && list.length === 0 ? (
        <Nothing
          title="还没有定期订货"
          advice={
            lists.length > 0
              ? '选一张常用单和下单的日子，到时自动下单，照常审核'
              : '先在购物车或订单里存一张常用单，再让它定期下单'
          }
          {...(lists.length > 0 ? {} : { actionLabel: '去选商品', onAction: () => goTo(places.home) })}
        />
      ) : null}
      {list.length > 0 ? (
        <Card>
          {list.map((one) => (
            <RecurringRow
              key={one.recurringId}
              recurring={one}
              supplierName={nameOf(one.supplierId)}
              isPending={save.isPending && save.variables.recurringId === one.recurringId}
              onPause={() => pause(one)}
              onEdit={() => setDoing({ what: 'edit', recurring: one })}
              onRuns={() => setDoing({ what: 'runs', recurring: one })}
              onRemove={() => setDoing({ what: 'remove', recurring: one })}
            />
          ))}
        </Card>
      ) : null}
      {doing?.what === 'add' || doing?.what === 'edit' ? (
        <RecurringForm
          recurring={doing.what === 'edit' ? doing.recurring : undefined}
          templates={lists}
          suppliers={suppliers}
          supplierId={supplier?.partyId}
          onClose={close}
        />
      ) : null}
      {doing?.what === 'runs' ? <RunsSheet recurring={doing.recurring} onClose={close} /> : null}
      {doing?.what === 'remove' ? (
        <Confirm
          title="删除定期订货"
          open
          text={`${rhythmWords(doing.recurring.rhythm)}的“${doing.recurring.templateName}”不再自动下单；已经下的订单不受影响。只想停一阵可以用“暂停”。`}
          confirmLabel="确认删除"
          grave
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(doing.recurring.recurringId, { onSuccess: close })}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(RecurringPage, head);

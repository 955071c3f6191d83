import { useState } from 'react';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import {
  useRemoveTemplate,
  useSaveTemplate,
  useTemplates,
  type TemplateToSave,
} from '@/features/lists/queries';
import { TemplateRow } from '@/features/lists/template-row';
import { signedIn } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Card } from '@/ui/card';
import { Menu } from '@/ui/menu';
import { Page } from '@/ui/page';
import { InlineProblem, Loading, Nothing, Problem } from '@/ui/states';
import { say } from '@/ui/toast';
import { UndoBar } from '@/ui/undo-bar';

const head = { title: '常用单' };

/** The lists my party keeps, to order from again and again. */
function ListsPage() {
  const templates = useTemplates();
  const remove = useRemoveTemplate();
  const putBack = useSaveTemplate();
  const [removed, setRemoved] = useState<TemplateToSave>();
  useDidShow(() => {
    if (templates.isStale && !templates.isFetching) void templates.refetch();
  });
  usePullDownRefresh(() => void templates.refetch().then(() => Taro.stopPullDownRefresh()));
  const undo = () => {
    if (!removed) return;
    putBack.mutate(removed, {
      onSuccess: () => {
        setRemoved(undefined);
        say('已放回');
      },
    });
  };
  const list = templates.data?.items ?? [];
  return (
    <Page {...head}>
      <Menu
        entries={[
          {
            id: 'to-recurring',
            label: '定期订货',
            hint: '到日子按常用单自动下单',
            onPress: () => goTo(places.recurring),
          },
        ]}
      />
      {removed ? (
        <UndoBar id="undo-list" text={`已删除 ${removed.name}`} pending={putBack.isPending} onUndo={undo} />
      ) : null}
      <InlineProblem error={remove.error ?? putBack.error} />
      {templates.isPending ? <Loading /> : null}
      {templates.isError && !templates.data ? (
        <Problem error={templates.error} onRetry={() => void templates.refetch()} />
      ) : null}
      {templates.isSuccess && list.length === 0 ? (
        <Nothing
          title="还没有常用单"
          advice="在购物车或一张订单里点“存为常用单”，下次一点就能订"
          actionLabel="去选商品"
          onAction={() => goTo(places.home)}
        />
      ) : null}
      {list.length > 0 ? (
        <Card>
          {list.map((template) => (
            <TemplateRow
              key={template.templateId}
              template={template}
              isRemoving={remove.isPending && remove.variables.templateId === template.templateId}
              onRemove={() => remove.mutate(template, { onSuccess: setRemoved })}
            />
          ))}
        </Card>
      ) : null}
    </Page>
  );
}

export default signedIn(ListsPage, head);

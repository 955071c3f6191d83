import { App } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { countText, whenText } from '../../ui/format';
import type { Activity } from './model';
import { usePublishFlash, useSettleFlash, useStopFlash } from './queries';

export type FlashAction = 'publish' | 'stop' | 'settle';

interface FlashConfirmProps {
  /** Open while there is one. */
  asked: { readonly action: FlashAction; readonly activity: Activity } | null;
  onClose: () => void;
}

const words: Readonly<
  Record<FlashAction, { title: string; submit: string; done: string; what: (activity: Activity) => string }>
> = {
  publish: {
    title: '发布秒杀',
    submit: '确认发布',
    done: '已发布，商品已留出',
    what: ({ quota, baseUnit, startsAt, endsAt }) =>
      `从真实批次中留出 ${countText(quota)} ${baseUnit}，不够则不发布。${whenText(startsAt)} 开抢，${whenText(endsAt)} 结束；没卖掉的回到可售库存。`,
  },
  stop: {
    title: '停止秒杀',
    submit: '立即停止',
    done: '已停止',
    what: ({ sold, held, baseUnit }) =>
      `立即停止，任何人都抢不到了。已售 ${countText(sold)} ${baseUnit}照常发货；${countText(held ?? 0)} ${baseUnit}抢到未下单。没卖掉的回到可售库存。`,
  },
  settle: {
    title: '结算秒杀',
    submit: '结算',
    done: '已结算',
    what: ({ sold, quota, baseUnit }) =>
      `核对限量 ${countText(quota)} ${baseUnit} = 已售 ${countText(sold)} + 退回，关闭活动。到时也会自动结算。`,
  },
};

/** Says what a command will do, before it is done. */
export function FlashConfirm({ asked, onClose }: FlashConfirmProps) {
  const { message } = App.useApp();
  const publish = usePublishFlash();
  const stop = useStopFlash();
  const settle = useSettleFlash();
  const said = asked && words[asked.action];
  return (
    <FormDialog
      open={asked !== null}
      title={`${said?.title ?? ''} · ${asked?.activity.title ?? ''}`}
      submitText={said?.submit ?? ''}
      danger={asked?.action === 'stop'}
      testId="flash-confirm"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!asked) return;
        const { activityId, version } = asked.activity;
        if (asked.action === 'publish') await publish({ commandId, activityId, expectedVersion: version });
        else await (asked.action === 'stop' ? stop : settle)({ commandId, activityId });
        message.success(words[asked.action].done);
      }}
    >
      {asked && <p>{said?.what(asked.activity)}</p>}
    </FormDialog>
  );
}

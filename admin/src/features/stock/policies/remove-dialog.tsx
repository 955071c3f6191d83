import { App } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import {
  type LifeRule,
  type ShareTerms,
  type ShortagePolicy,
  useRemoveLifeRule,
  useRemoveShareTerms,
  useRemoveShortagePolicy,
} from './queries';

/** A rule that somebody is about to take away, with whom it is for in words. */
export type RemovedRule = { readonly whom: string } & (
  | { readonly what: 'lifeRule'; readonly rule: LifeRule }
  | { readonly what: 'shortage'; readonly policy: ShortagePolicy }
  | { readonly what: 'share'; readonly terms: ShareTerms }
);

const words = {
  lifeRule: { title: '删除效期要求', means: '按更宽一层的要求或渠道惯例配批次' },
  shortage: { title: '删除缺货处理', means: '按更宽一层的处理；一层都没有时转人工' },
  share: { title: '删除缺货分配', means: '按更宽一层的顺位与权重；一条都没有时先来先得' },
} as const;

/** Takes a rule away after saying what holds then; open while there is one. */
export function RemoveDialog({ removed, onClose }: { removed: RemovedRule | null; onClose: () => void }) {
  const { message } = App.useApp();
  const removeLifeRule = useRemoveLifeRule();
  const removeShortage = useRemoveShortagePolicy();
  const removeShare = useRemoveShareTerms();
  const said = removed && words[removed.what];
  const remove = (commandId: string) => {
    switch (removed?.what) {
      case 'lifeRule':
        return removeLifeRule({ commandId, ruleId: removed.rule.ruleId });
      case 'shortage':
        return removeShortage({ commandId, buyerId: removed.policy.buyerId, skuId: removed.policy.skuId });
      case 'share':
        return removeShare({ commandId, buyerId: removed.terms.buyerId, channel: removed.terms.channel });
      default:
        return Promise.resolve();
    }
  };
  return (
    <FormDialog
      open={removed !== null}
      title={said?.title}
      submitText="删除"
      danger
      testId="policy-remove"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        await remove(commandId);
        message.success('已删除');
      }}
    >
      <p>
        {removed?.whom}：删除后{said?.means}。已下的订单不变。
      </p>
    </FormDialog>
  );
}

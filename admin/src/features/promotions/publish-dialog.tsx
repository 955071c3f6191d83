import { Alert } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { yuanText } from '../../ui/format';
import { When } from '../../ui/when';
import { usePublishPromotion } from './commands';
import { ConflictList } from './conflict-list';
import type { Promotion } from './model';
import { useConflicts, useKinds } from './queries';
import { audienceText, scopeText, weekdaysText } from './summary';

interface PublishDialogProps {
  /** Open while there is one. */
  promotion: Promotion | null;
  onClose: () => void;
  onDone: (promotion: Promotion) => void;
}

/** Says what publishing will do, and against what it stands, before it is done. */
export function PublishDialog({ promotion, onClose, onDone }: PublishDialogProps) {
  const publish = usePublishPromotion();
  return (
    <FormDialog
      open={promotion !== null}
      title={`发布 · ${promotion?.name ?? ''}`}
      submitText="确认发布"
      width={560}
      testId="publish"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!promotion) return;
        const { promotionId, version } = promotion;
        onDone(await publish({ commandId, promotionId, expectedVersion: version }));
      }}
    >
      {promotion && <WhatWillHappen promotion={promotion} />}
    </FormDialog>
  );
}

function WhatWillHappen({ promotion }: { promotion: Promotion }) {
  const kind = useKinds().data?.get(promotion.kind);
  const conflicts = useConflicts(promotion);
  const found = conflicts.data?.items ?? [];
  return (
    <>
      <dl className="tp-facts">
        <dt>优惠</dt>
        <dd>
          {kind?.title} · {promotion.label}
        </dd>
        <dt>时间</dt>
        <dd>
          <When at={promotion.startsAt} /> 至 <When at={promotion.endsAt} />（{weekdaysText(promotion)}）
        </dd>
        <dt>客户</dt>
        <dd>{audienceText(promotion)}</dd>
        <dt>商品</dt>
        <dd>{scopeText(promotion, kind?.namesItsGoods === true)}</dd>
        <dt>预算</dt>
        <dd>{promotion.budgetFen === null ? '不限' : yuanText(promotion.budgetFen)}</dd>
      </dl>
      <p>发布后，时间一到，新订单和购物车立即按它计算；已下的订单不变。随时可以停止。</p>
      {conflicts.isPending ? (
        <p className="tp-muted">正在检查与其他促销的冲突…</p>
      ) : conflicts.isError ? (
        <Alert type="warning" showIcon title="没能检查冲突，可以先关闭再试" />
      ) : found.length === 0 ? (
        <Alert type="success" showIcon title="没有与正在生效的促销冲突" />
      ) : (
        <Alert
          type="warning"
          showIcon
          title={`与 ${found.length} 个正在生效的促销冲突`}
          description={<ConflictList conflicts={found} />}
        />
      )}
    </>
  );
}

import { FormDialog } from '../../ui/form-dialog';
import { countText, yuanText } from '../../ui/format';
import { useStopPromotion } from './commands';
import type { Promotion } from './model';

interface StopDialogProps {
  /** Open while there is one. */
  promotion: Promotion | null;
  onClose: () => void;
  onDone: (promotion: Promotion) => void;
}

/** Ends a promotion at once, after saying what that means. */
export function StopDialog({ promotion, onClose, onDone }: StopDialogProps) {
  const stop = useStopPromotion();
  return (
    <FormDialog
      open={promotion !== null}
      title={`停止 · ${promotion?.name ?? ''}`}
      submitText="立即停止"
      danger
      testId="stop"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!promotion) return;
        const { promotionId, version } = promotion;
        onDone(await stop({ commandId, promotionId, expectedVersion: version }));
      }}
    >
      {promotion && (
        <p>
          从下一张订单起，所有渠道都不再享受；已下的订单保留当时的价格和赠品。至今已用{' '}
          {countText(promotion.used)}
          ，费用 {yuanText(promotion.costFen)}。停止后不能恢复，需要时可以复制为新的促销。
        </p>
      )}
    </FormDialog>
  );
}

import { App, Button } from 'antd';
import { problemTitle } from '../../../ui/problem-view';
import { useIntent } from '../../../ui/use-intent';
import type { SkuSheet } from './model';
import { useSetSkuStatus } from './queries';

interface StatusButtonProps {
  sheet: SkuSheet;
  /** What was typed and not saved would be lost with it. */
  disabled: boolean;
  onDone: (sheet: SkuSheet) => void;
}

/** Takes a SKU off sale or puts it back, once one has read what that means. */
export function StatusButton({ sheet, disabled, onDone }: StatusButtonProps) {
  const { message, modal } = App.useApp();
  const set = useSetSkuStatus();
  const intentOf = useIntent();
  const isOnSale = sheet.status === 'active';
  const ask = () =>
    modal.confirm({
      title: `${isOnSale ? '下架' : '重新上架'}“${sheet.name}”？`,
      content: isOnSale
        ? '客户将搜不到、也不能再订这个商品；已下的订单照常履行，随时可以重新上架。'
        : '有价格的客户马上可以订这个商品。',
      okText: isOnSale ? '下架' : '上架',
      okButtonProps: { danger: isOnSale, 'data-testid': 'sku-status-ok' } as never,
      onOk: async () => {
        const said = {
          skuId: sheet.skuId,
          status: isOnSale ? ('inactive' as const) : ('active' as const),
          expectedVersion: sheet.version,
        };
        try {
          onDone(await set({ commandId: intentOf(said), ...said }));
          message.success(isOnSale ? '已下架' : '已重新上架');
        } catch (error) {
          message.error(problemTitle(error));
        }
      },
    });
  return (
    <Button
      danger={isOnSale}
      disabled={disabled}
      title={disabled ? '请先保存或放弃修改' : undefined}
      onClick={() => void ask()}
      data-testid="sku-set-status"
    >
      {isOnSale ? '下架' : '重新上架'}
    </Button>
  );
}

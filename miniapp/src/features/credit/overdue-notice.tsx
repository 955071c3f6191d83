import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { yuan } from '@/ui/money';
import { useCredit } from './queries';
import './overdue-notice.scss';

export interface OverdueNoticeProps {
  supplierId: string | undefined;
  /** The smallest payment that frees the order in the cart; null: none is needed. */
  payToFreeFen: number | null;
}

/** What is overdue at a supplier, and what would free the order in the cart. Nothing where neither is. */
export function OverdueNotice({ supplierId, payToFreeFen }: OverdueNoticeProps) {
  const credit = useCredit(supplierId !== undefined);
  const account = credit.data?.items.find(({ sellerId }) => sellerId === supplierId);
  const overdueFen = account?.overdueFen ?? 0;
  const freeing = payToFreeFen !== null && payToFreeFen > 0 ? `付 ${yuan(payToFreeFen)} 即可放行这单` : '';
  if (overdueFen === 0 && freeing === '') return null;
  return (
    <View className="overdue" id="overdue">
      <Icon name="alert" />
      <Text className="overdue__words">
        {[overdueFen > 0 ? `已逾期 ${account?.overdueDays ?? 0} 天，共 ${yuan(overdueFen)}` : '', freeing]
          .filter(Boolean)
          .join('；')}
      </Text>
      <Button id="overdue-pay" label="去付款" size="small" onPress={() => goTo(places.bills)} />
    </View>
  );
}

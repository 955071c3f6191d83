import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { dayAndTime } from '@/ui/dates';
import { yuan } from '@/ui/money';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { Receipt } from './queries';
import './ledger.scss';

export type ReceiptAct = 'apply' | 'unapply' | 'reverse';

export interface ReceiptRowProps {
  receipt: Receipt;
  /** Taken back by another. */
  isOver: boolean;
  onAct: (act: ReceiptAct) => void;
}

/** What came in once, how much of it waits for a bill, and what may be done about it. */
export function ReceiptRow({ receipt, isOver, onAct }: ReceiptRowProps) {
  const { receiptId, title, amountFen, openFen, reason, reversesId, at } = receipt;
  const isOpen = amountFen > 0 && !isOver;
  return (
    <View className="receipt" id={`receipt-${receiptId}`}>
      <View className="receipt__line">
        <Text className="receipt__name">{title}</Text>
        {reversesId || isOver ? <Tag tone="danger">{isOver ? '已冲销' : '冲销'}</Tag> : null}
        {isOpen && openFen > 0 ? <Tag tone="warn">{`未核销 ${yuan(openFen)}`}</Tag> : null}
        {isOpen && openFen === 0 ? <Tag tone="success">已核销</Tag> : null}
        <View className="receipt__sum">
          <Yuan fen={amountFen} tone={amountFen < 0 || isOver ? 'quiet' : 'ink'} />
        </View>
      </View>
      <Text className="receipt__faint">{[dayAndTime(at), reason].filter(Boolean).join(' · ')}</Text>
      {isOpen ? (
        <View className="receipt__acts">
          {openFen > 0 ? (
            <Button id={`apply-${receiptId}`} label="核销账单" size="small" onPress={() => onAct('apply')} />
          ) : null}
          {openFen < amountFen ? (
            <Button
              id={`unapply-${receiptId}`}
              label="撤销核销"
              size="small"
              onPress={() => onAct('unapply')}
            />
          ) : null}
          <Button id={`reverse-${receiptId}`} label="冲销" size="small" onPress={() => onAct('reverse')} />
        </View>
      ) : null}
    </View>
  );
}

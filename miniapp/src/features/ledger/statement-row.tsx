import { Text, View } from '@tarojs/components';
import { asButton } from '@/ui/control';
import { dayAndTime } from '@/ui/dates';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { Side, Statement } from './queries';
import { periodText, statementWords } from './words';
import './ledger.scss';

interface StatementRowProps {
  statement: Statement;
  side: Side;
  onOpen: () => void;
}

/** One statement: with whom, for which days, what it comes to, and whether it is agreed. */
export function StatementRow({ statement, side, onOpen }: StatementRowProps) {
  const { text, tone } = statementWords[statement.state];
  return (
    <View className="statement" id={`statement-${statement.statementId}`} {...asButton(onOpen)}>
      <View className="statement__line">
        <Text className="statement__name">
          {side === 'seller' ? statement.buyerName : statement.sellerName}
        </Text>
        <Tag tone={tone}>{text}</Tag>
        <View className="statement__sum">
          <Yuan fen={statement.closingFen} />
        </View>
      </View>
      <View className="statement__line">
        <Text className="statement__faint">{periodText(statement)}</Text>
        <Text className="statement__when">{`出具 ${dayAndTime(statement.issuedAt)}`}</Text>
      </View>
      {statement.note ? <Text className="statement__faint">{`说明：${statement.note}`}</Text> : null}
    </View>
  );
}

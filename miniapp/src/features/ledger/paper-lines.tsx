import { Text, View } from '@tarojs/components';
import { dayAndTime } from '@/ui/dates';
import { SaveButton } from '@/ui/save-button';
import { Loading, Problem } from '@/ui/states';
import { Yuan } from '@/ui/yuan';
import { usePaper, type Statement } from './queries';
import { paperTable } from './tables';
import './ledger.scss';

/** What a statement is made of, line by line. */
export function PaperLines({ statement }: { statement: Statement }) {
  const paper = usePaper(statement);
  if (paper.isPending) return <Loading rows={2} />;
  if (paper.isError) return <Problem error={paper.error} onRetry={() => void paper.refetch()} />;
  return (
    <>
      <View className="paper-lines" id="paper-lines">
        {paper.data.lines.map((line) => (
          <View key={`${line.kind} ${line.documentId} ${line.at}`} className="paper-lines__row">
            <View className="paper-lines__line">
              <Text>{line.reason ? `${line.title}（${line.reason}）` : line.title}</Text>
              <Yuan fen={line.amountFen} />
            </View>
            <View className="paper-lines__line">
              <Text className="paper-lines__faint">
                {[dayAndTime(line.at), line.orderNumber].filter(Boolean).join(' · ')}
              </Text>
              <View className="paper-lines__faint">
                <Text>余额 </Text>
                <Yuan fen={line.balanceFen} tone="quiet" />
              </View>
            </View>
          </View>
        ))}
        {paper.data.lines.length === 0 ? (
          <View className="paper-lines__row">
            <Text className="paper-lines__faint">本期没有发生业务</Text>
          </View>
        ) : null}
      </View>
      <SaveButton id="save-paper" table={() => paperTable(statement, paper.data)} />
    </>
  );
}

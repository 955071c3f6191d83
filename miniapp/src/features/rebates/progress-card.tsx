import { Text } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { dayAndTime } from '@/ui/dates';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { RebateProgress } from './queries';
import './progress-card.scss';

/** How far I am with one promotion that pays later, and what is missing for more. */
export function ProgressCard({ progress, onHandIn }: { progress: RebateProgress; onHandIn: () => void }) {
  const { promotionId, name, kind, label, entitledFen, settledFen, next } = progress;
  const isDisplay = kind === 'displayDeal';
  return (
    <Card title={name} extra={<Tag tone="deal">{isDisplay ? '陈列协议' : '累计满返'}</Tag>}>
      <Text className="rebate-progress__label">{label}</Text>
      {next ? <Text className="rebate-progress__next">{next}</Text> : null}
      <Fact name="已签收进货">
        <Yuan fen={progress.amountFen} />
      </Fact>
      {isDisplay ? (
        <Fact name="核验通过的照片">
          <Text>{`${progress.proofCount} 张`}</Text>
        </Fact>
      ) : null}
      <Fact name="已返">
        <Yuan fen={settledFen} tone={settledFen > 0 ? 'brand' : 'ink'} />
      </Fact>
      {entitledFen > settledFen ? (
        <Fact name="待结算（每晚结算）">
          <Yuan fen={entitledFen - settledFen} tone="brand" />
        </Fact>
      ) : null}
      <Fact name="截止">
        <Text>{dayAndTime(progress.endsAt)}</Text>
      </Fact>
      {isDisplay ? (
        <Button
          id={`display-hand-in-${promotionId}`}
          label="提交陈列照片"
          look="main"
          size="small"
          onPress={onHandIn}
        />
      ) : null}
    </Card>
  );
}

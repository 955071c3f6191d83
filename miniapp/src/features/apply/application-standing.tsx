import { Text } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { dayAndTime } from '@/ui/dates';
import type { Standing } from './queries';
import { standingWords } from './words';

export interface ApplicationStandingProps {
  name: string;
  standing: Standing;
  onMend: () => void;
  onLogIn: () => void;
  onLookAgain: () => void;
  isLooking: boolean;
}

/** How an application stands, why, and the way onward. */
export function ApplicationStanding(props: ApplicationStandingProps) {
  const { name, standing, onMend, onLogIn, onLookAgain, isLooking } = props;
  const { title, advice } = standingWords[standing.state];
  return (
    <>
      <Card title={title}>
        <Fact name="单位">
          <Text>{name}</Text>
        </Fact>
        <Fact name="提交时间">
          <Text>{`${dayAndTime(standing.submittedAt)}（第 ${standing.submissionNo} 次）`}</Text>
        </Fact>
        {standing.decidedAt ? (
          <Fact name="审核时间">
            <Text>{dayAndTime(standing.decidedAt)}</Text>
          </Fact>
        ) : null}
        {standing.reason ? (
          <Fact name="原因">
            <Text id="apply-reason">{standing.reason}</Text>
          </Fact>
        ) : null}
        <Text className="field__hint">{advice}</Text>
      </Card>
      {standing.state === 'rejected' ? (
        <Button id="apply-mend" label="修改后重新提交" look="main" block onPress={onMend} />
      ) : null}
      {standing.state === 'approved' ? (
        <Button id="apply-log-in" label="去登录" look="main" block onPress={onLogIn} />
      ) : null}
      {standing.state === 'submitted' || standing.state === 'endorsed' ? (
        <Button
          id="apply-look"
          label="查看最新进度"
          block
          pending={isLooking}
          pendingLabel="正在查看…"
          onPress={onLookAgain}
        />
      ) : null}
    </>
  );
}

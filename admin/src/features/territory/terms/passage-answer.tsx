import { Alert, Skeleton } from 'antd';
import { ProblemView } from '../../../ui/problem-view';
import { type PassageAsked, usePassage } from './queries';
import { answerWords } from './words';

/** Whether an order would be let through, why, and by whose grant. */
export function PassageAnswer({ asked }: { asked: PassageAsked | null }) {
  const passage = usePassage(asked);
  if (asked === null) return <p className="tp-muted">选好商品、收货地和渠道后，这里说明能不能送、为什么。</p>;
  if (passage.isError) return <ProblemView error={passage.error} onRetry={() => void passage.refetch()} />;
  if (passage.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  const { answer, message, remedy, grant, also } = passage.data;
  const { text, type } = answerWords[answer];
  return (
    <div data-testid="passage" data-answer={answer}>
      <Alert type={type} showIcon title={`${text}：${message}`} description={remedy} />
      {grant && (
        <p>
          依据授权“{grant.name}”，授权给 <b>{grant.sellerName}</b>。
        </p>
      )}
      {also.map((finding) => (
        <p key={finding.reason} className="tp-muted">
          另外：{finding.message}
          {finding.remedy && `（${finding.remedy}）`}
        </p>
      ))}
    </div>
  );
}

import { Text } from '@tarojs/components';
import { Card, Fact } from '@/ui/card';
import { dayAndTime } from '@/ui/dates';
import { PhotoRow } from '@/ui/photo-row';
import { Tag } from '@/ui/tag';
import type { DisplayClaim } from './queries';
import { claimWords } from './words';

/** Photos of a display that were handed in, and what the supplier said. */
export function DisplayCard({ claim }: { claim: DisplayClaim }) {
  const { text, tone } = claimWords[claim.state];
  return (
    <Card title={claim.promotionName} extra={<Tag tone={tone}>{text}</Tag>}>
      <Fact name="供货商">
        <Text>{claim.sellerName}</Text>
      </Fact>
      <Fact name="提交时间">
        <Text>{dayAndTime(claim.submittedAt)}</Text>
      </Fact>
      <Fact name="照片">
        <PhotoRow photos={claim.photos} />
      </Fact>
      {claim.state === 'refused' ? (
        <Fact name="未通过原因">
          <Text>{claim.reason}</Text>
        </Fact>
      ) : null}
    </Card>
  );
}

import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { ProblemView } from '../../ui/problem-view';
import { When } from '../../ui/when';
import { type Party, useOwnerPhone } from './queries';
import { VouchDialog } from './vouch-dialog';
import { proofNames, standingWords } from './phone-words';

/** The phone a customer's owner logs in by, and the supplier's word for it where it has none. */
export function PhoneStanding({ party }: { party: Pick<Party, 'partyId' | 'name'> }) {
  const phone = useOwnerPhone(party.partyId);
  const [isAsking, setAsking] = useState(false);
  if (phone.isError) return <ProblemView error={phone.error} onRetry={() => void phone.refetch()} />;
  if (phone.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  const { data } = phone;
  const { verified, owner } = data;
  return (
    <>
      <dl className="tp-facts">
        <dt>登记的联系电话</dt>
        <dd className="tp-figure">{data.contactPhone || '—'}</dd>
        <dt>负责人</dt>
        <dd>{owner ? `${owner.name}（${owner.loginName}）` : '—'}</dd>
        <dt>登录手机</dt>
        <dd data-testid="login-phone">
          {verified ? (
            <>
              {verified.phone} · {proofNames[verified.provedBy]} · <When at={verified.verifiedAt} />
            </>
          ) : (
            <span className="tp-faint">还没有</span>
          )}
        </dd>
      </dl>
      <p className="tp-muted" data-testid="phone-standing" data-state={data.standing}>
        {standingWords[data.standing]}
      </p>
      {data.standing === 'mayVouch' && (
        <Button type="primary" onClick={() => setAsking(true)} data-testid="vouch">
          确认手机号
        </Button>
      )}
      <VouchDialog party={party} phone={data} open={isAsking} onClose={() => setAsking(false)} />
    </>
  );
}

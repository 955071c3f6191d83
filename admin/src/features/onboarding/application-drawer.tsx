import { Alert, Button, Drawer, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { ProblemView } from '../../ui/problem-view';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { FindingTags } from './application-columns';
import { ApproveDialog, RejectDialog } from './decide-dialogs';
import { FirstPassword } from './first-password';
import { type ApplicationSheet, type TakenOn, useApplication } from './queries';
import {
  afterMyYes,
  answerNames,
  channelNames,
  deskNames,
  kindNames,
  regionCheck,
  stateWords,
} from './words';
import './onboarding.css';

/** Everything the applicant has said, and what the checks make of it. */
const Sheet = ({ sheet }: { sheet: ApplicationSheet }) => (
  <dl className="tp-facts" data-testid="application-sheet">
    <dt>状态</dt>
    <dd>
      <StateTag state={sheet.state} words={stateWords[sheet.state]} testId="application-state" />
      {sheet.reason && <div className="tp-muted">{sheet.reason}</div>}
    </dd>
    <dt>申请单位</dt>
    <dd className="tp-strong">{sheet.name}</dd>
    <dt>类型与渠道</dt>
    <dd>
      {kindNames[sheet.kind]} · {channelNames[sheet.channel]}
    </dd>
    <dt>申请的供货商</dt>
    <dd>{sheet.sellerName}</dd>
    <dt>联系人</dt>
    <dd>{sheet.contactName || '—'}</dd>
    <dt>联系电话</dt>
    <dd>
      <span className="tp-figure">{sheet.contactPhone || '—'}</span>{' '}
      <span className="tp-muted">{sheet.phoneProven ? '已通过短信验证' : '未验证'}</span>
    </dd>
    <dt>地址</dt>
    <dd>
      {sheet.townName ?? sheet.regionName}
      {sheet.addressDetail}
    </dd>
    <dt>区域检查</dt>
    <dd data-testid="region-check">{regionCheck(sheet)}</dd>
    <dt>营业执照</dt>
    <dd className="tp-figure">{sheet.businessLicenceNo}</dd>
    <dt>食品经营许可</dt>
    <dd className="tp-figure">
      {sheet.foodLicenceNo || '未提供'}
      {sheet.foodLicenceExpiresOn && ` · 有效期至 ${sheet.foodLicenceExpiresOn}`}
    </dd>
    <dt>提交</dt>
    <dd>
      第 {sheet.submissionNo} 次，
      <When at={sheet.submittedAt} />
    </dd>
    <dt>审核提示</dt>
    <dd>
      <FindingTags findings={sheet.findings} />
      {sheet.findings
        .filter(({ like }) => like.length > 0)
        .map(({ rule, title, like }) => (
          <div key={rule} className="tp-muted tp-small">
            {title}：{like.join('、')}
          </div>
        ))}
    </dd>
  </dl>
);

/** Who has said what to it so far. */
const Trail = ({ reviews }: Pick<ApplicationSheet, 'reviews'>) => (
  <section className="onboarding-trail">
    <h2>审核记录</h2>
    {reviews.length === 0 && <p className="tp-muted">还没有人审核。</p>}
    <ul data-testid="application-trail">
      {reviews.map(({ desk, by, answer, note, submissionNo, vouchesForPhone, at }) => (
        <li key={at}>
          {deskNames[desk]}
          {by && ` · ${by}`} {answerNames[answer]}（第 {submissionNo} 次提交）
          {vouchesForPhone && '，已电话核实手机号'} <When at={at} />
          {note && <div className="tp-muted">{note}</div>}
        </li>
      ))}
    </ul>
  </section>
);

interface OpenedProps {
  applicationId: string;
  myPartyId: string;
  onTakenOn: (takenOn: TakenOn) => void;
}

function Opened({ applicationId, myPartyId, onTakenOn }: OpenedProps) {
  const application = useApplication(applicationId);
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null);
  if (application.isError)
    return <ProblemView error={application.error} onRetry={() => void application.refetch()} />;
  if (application.isPending) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  const sheet = application.data;
  const isBlocked = sheet.findings.some(({ severity }) => severity === 'block');
  const words = afterMyYes(sheet, myPartyId);
  return (
    <>
      <Sheet sheet={sheet} />
      <Trail reviews={sheet.reviews} />
      {words && <p className="tp-muted">{words}</p>}
      {sheet.ifApproved !== null && (
        <>
          {isBlocked && (
            <Alert
              type="warning"
              showIcon
              title="红色的问题须由申请人修改后重新提交，现在不能同意"
              className="onboarding-once"
            />
          )}
          <Space className="onboarding-once">
            <Button
              type="primary"
              disabled={isBlocked}
              onClick={() => setAsking('approve')}
              data-testid="application-approve"
            >
              同意
            </Button>
            <Button danger onClick={() => setAsking('reject')} data-testid="application-reject">
              驳回
            </Button>
          </Space>
        </>
      )}
      <ApproveDialog
        sheet={sheet}
        open={asking === 'approve'}
        myPartyId={myPartyId}
        onTakenOn={onTakenOn}
        onClose={() => setAsking(null)}
      />
      <RejectDialog sheet={sheet} open={asking === 'reject'} onClose={() => setAsking(null)} />
    </>
  );
}

interface ApplicationDrawerProps {
  applicationId: string | null;
  myPartyId: string;
  onClose: () => void;
}

/** One application with everything it says; open while there is one. */
export function ApplicationDrawer({ applicationId, myPartyId, onClose }: ApplicationDrawerProps) {
  // Beside the sheet and not in it: a sheet that fails to load anew must not take the password away.
  const [takenOn, setTakenOn] = useState<TakenOn | null>(null);
  return (
    <>
      <Drawer
        open={applicationId !== null}
        onClose={onClose}
        size={640}
        title="入驻申请"
        destroyOnHidden
        data-testid="application-drawer"
      >
        {applicationId !== null && (
          <Opened
            key={applicationId}
            applicationId={applicationId}
            myPartyId={myPartyId}
            onTakenOn={setTakenOn}
          />
        )}
      </Drawer>
      <FirstPassword takenOn={takenOn} onClose={() => setTakenOn(null)} />
    </>
  );
}

import { Timeline, Typography } from 'antd';
import { Link } from 'react-router';
import { Panel } from '../../ui/panel';
import { PhotoWall } from '../../ui/photo-wall';
import { Due, When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { FindingList } from './finding-list';
import { kindNames, reasonNames, type AfterSales } from './model';
import { MoneyPanel } from './money-panel';
import { RequestActions } from './request-actions';
import { RequestLines } from './request-lines';
import { DiversionTag, RequestStateTag } from './request-tags';
import './after-sales.css';

function RequestHead({ request }: { request: AfterSales }) {
  return (
    <section className="tp-panel after-sales-head">
      <div className="after-sales-head-line">
        <div>
          <Typography.Text className="after-sales-number" copyable={{ text: request.number }}>
            {request.number}
          </Typography.Text>{' '}
          <RequestStateTag state={request.state} />
          {request.suspectsDiversion && <DiversionTag />}
        </div>
        <RequestActions request={request} />
      </div>
      <dl className="after-sales-head-facts">
        <dt>类型</dt>
        <dd>{kindNames[request.kind]}</dd>
        <dt>客户</dt>
        <dd>{request.buyerName}</dd>
        <dt>订单</dt>
        <dd>
          <Link className="tp-link tp-figure" to={`/orders/${request.orderId}`}>
            {request.orderNumber}
          </Link>
        </dd>
        <dt>申请金额</dt>
        <dd>
          <Yuan fen={request.worthFen} strong />
        </dd>
        <Deadline request={request} />
      </dl>
    </section>
  );
}

function Deadline({ request }: { request: AfterSales }) {
  if (request.state === 'requested')
    return (
      <>
        <dt>审核时限</dt>
        <dd>
          <Due at={request.reviewBy} />
        </dd>
      </>
    );
  if (request.state !== 'approved' || !request.sendBy) return null;
  return (
    <>
      <dt>寄回期限</dt>
      <dd>
        <Due at={request.sendBy} />
      </dd>
    </>
  );
}

/** A request with everything about it. */
export const RequestDetail = ({ request }: { request: AfterSales }) => (
  <>
    <RequestHead request={request} />
    <div className="after-sales-columns">
      <div>
        <Panel title="检查结果">
          {request.findings.length > 0 ? (
            <FindingList findings={request.findings} />
          ) : (
            <span className="tp-success">✓ 批次、时限、数量、额度与照片各项检查全部通过</span>
          )}
        </Panel>
        <Panel title={`申请商品 · ${request.lines.length} 行`} flush>
          <RequestLines request={request} />
        </Panel>
        <MoneyPanel request={request} />
      </div>
      <aside>
        <Panel title="申请说明">
          <dl className="tp-facts">
            <dt>原因</dt>
            <dd>{reasonNames[request.reason]}</dd>
            <dt>描述</dt>
            <dd>{request.words || <span className="tp-faint">无</span>}</dd>
            <dt>照片</dt>
            <dd>
              {request.photos.length > 0 ? (
                <PhotoWall photos={request.photos} />
              ) : (
                <span className="tp-faint">无</span>
              )}
            </dd>
            <dt>申请人</dt>
            <dd>{request.requestedBy}</dd>
            {request.decidedBy !== null && (
              <>
                <dt>审核</dt>
                <dd>
                  {request.decidedBy} {request.decisionWords}
                </dd>
              </>
            )}
            {request.replacementId !== null && (
              <>
                <dt>补发订单</dt>
                <dd>
                  <Link className="tp-link tp-figure" to={`/orders/${request.replacementId}`}>
                    {request.replacementNumber}
                  </Link>
                </dd>
              </>
            )}
          </dl>
        </Panel>
        <Panel title="处理进度">
          <Timeline
            items={[...request.steps].reverse().map(({ stepNo, title, actorName, at }) => ({
              key: stepNo,
              content: (
                <>
                  <b>{title}</b>
                  <div className="tp-muted tp-small">
                    <When at={at} /> {actorName}
                  </div>
                </>
              ),
            }))}
          />
        </Panel>
      </aside>
    </div>
  </>
);

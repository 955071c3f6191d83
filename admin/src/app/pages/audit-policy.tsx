import { Skeleton } from 'antd';
import { roleNames } from '../../features/auth/me';
import { PolicyEditor } from '../../features/orders/policy/policy-editor';
import { useAuditPolicy, useNewestVersion } from '../../features/orders/policy/queries';
import '../../features/orders/orders.css';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';

/** What the audit makes of its findings, for the whole channel. */
export default function AuditPolicyPage() {
  const policy = useAuditPolicy();
  const newest = useNewestVersion();
  return (
    <Page title="审核策略" hint="全渠道一份：每种发现的后果、归谁处理、多久之内、谁可以放行到多少钱">
      {!policy.data && policy.isError && (
        <ProblemView error={policy.error} onRetry={() => void policy.refetch()} />
      )}
      {!policy.data && !policy.isError && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 14 }} />
        </div>
      )}
      {policy.data && (
        <PolicyEditor
          inForce={policy.data.policy}
          newestVersion={policy.data.newestVersion}
          newest={newest.data}
          roleName={(role) => roleNames[role]}
        />
      )}
    </Page>
  );
}

import { Tag } from 'antd';
import type { Finding } from './model';

/** What the check found: what refuses a request, and what the desk should look at. */
export const FindingList = ({ findings }: { findings: readonly Finding[] }) => (
  <ul className="after-sales-findings">
    {findings.map(({ rule, severity, lineNo, text }) => (
      <li key={`${rule} ${lineNo ?? 0}`} data-testid={`finding-${rule}`}>
        <Tag color={severity === 'block' ? 'error' : 'warning'}>
          {severity === 'block' ? '不可受理' : '请核对'}
        </Tag>
        {lineNo === null ? text : `第 ${lineNo} 行：${text}`}
      </li>
    ))}
  </ul>
);

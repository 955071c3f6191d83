import { Tag } from 'antd';
import { namedNumbers } from './finding-numbers';
import type { Finding } from './model';
import { ruleName } from './rule-words';

const severities: Record<Finding['severity'], { name: string; color: string }> = {
  block: { name: '不可放行', color: 'error' },
  review: { name: '可放行', color: 'warning' },
  notice: { name: '提示', color: 'default' },
};

/** How grave a finding is. */
export const SeverityTag = ({ severity }: { severity: Finding['severity'] }) => (
  <Tag color={severities[severity].color} className="finding-severity">
    {severities[severity].name}
  </Tag>
);

interface FindingListProps {
  findings: readonly Finding[];
  /** Also the rule's code and its numbers one by one. */
  detailed?: boolean;
}

/** Findings of the audit: what is wrong, with its numbers, and what would help. */
export const FindingList = ({ findings, detailed = false }: FindingListProps) => (
  <ul className={detailed ? 'finding-list finding-list-detailed' : 'finding-list'}>
    {findings.map((finding, index) => (
      <li
        key={`${finding.rule} ${finding.lineNo} ${index}`}
        className={`finding finding-${finding.severity}`}
      >
        <SeverityTag severity={finding.severity} />
        <div>
          <div>{finding.message}</div>
          {finding.remedy && (
            <div className="finding-remedy tp-muted tp-small" title={finding.remedy}>
              处理：{finding.remedy}
            </div>
          )}
          {detailed && (
            <div className="finding-numbers">
              <span>
                {ruleName(finding.rule)}
                {finding.lineNo !== null && ` · 第 ${finding.lineNo} 行`}
              </span>
              {namedNumbers(finding.numbers).map(({ name, text }) => (
                <span key={name}>
                  {name} <b className="tp-figure">{text}</b>
                </span>
              ))}
            </div>
          )}
        </div>
      </li>
    ))}
  </ul>
);

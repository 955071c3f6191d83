import { ruleName } from '../rule-words';
import type { RuleChange } from './draft';

/** What a draft changes, rule by rule: as it is, and as it would be. */
export const ChangeList = ({ changes, testId }: { changes: readonly RuleChange[]; testId: string }) =>
  changes.length === 0 ? (
    <p className="tp-muted" data-testid={testId}>
      没有不同
    </p>
  ) : (
    <ul className="policy-changes" data-testid={testId}>
      {changes.map(({ rule, field, from, to }) => (
        <li key={`${rule} ${field}`}>
          <b>{ruleName(rule)}</b>
          <span className="tp-muted">{field}</span>
          <span>
            <del>{from}</del> → <ins>{to}</ins>
          </span>
        </li>
      ))}
    </ul>
  );

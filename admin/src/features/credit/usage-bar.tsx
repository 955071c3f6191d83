import { Tooltip } from 'antd';
import { yuanText } from '../../ui/format';
import { Yuan } from '../../ui/yuan';
import type { CreditAccount } from './queries';
import { usageOf } from './usage';

/** What is left of a limit, and a bar of what uses it. */
export function UsageBar({ account }: { account: CreditAccount }) {
  const { parts, overFen } = usageOf(account);
  return (
    <Tooltip
      title={parts.map((part) => (
        <div key={part.name}>
          {part.name} {yuanText(part.fen)}
        </div>
      ))}
    >
      <div>
        <Yuan
          fen={account.availableFen}
          strong
          tone={account.availableFen < 0 || overFen > 0 ? 'danger' : undefined}
        />
        <div className={overFen > 0 ? 'usage-bar usage-over' : 'usage-bar'}>
          {parts.map((part, index) => (
            <i
              key={part.name}
              className={`usage-part-${index}`}
              style={{ width: `${part.shareBp / 100}%` }}
            />
          ))}
        </div>
      </div>
    </Tooltip>
  );
}

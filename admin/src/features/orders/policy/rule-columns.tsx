import { Tag } from 'antd';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag } from '../../../ui/state-tag';
import { HoldTag } from '../hold-tag';
import { ownerNames } from '../model';
import { ruleWords } from '../rule-words';
import { changesOf, sayAcceptors } from './draft';
import { consequenceWords, type PolicyRule, type RoleName } from './model';

/** What only a rule that holds has. */
const ofHeld = (rule: PolicyRule, text: React.ReactNode) =>
  rule.consequence === 'review' ? text : <span className="tp-faint">—</span>;

/** The columns of the rules; the last one, what to do, belongs to the editor. */
export const ruleColumns = (
  roleName: RoleName,
  inForce: ReadonlyMap<PolicyRule['rule'], PolicyRule>,
): ListColumns<PolicyRule> => [
  {
    key: 'rule',
    title: '规则',
    stays: true,
    width: 230,
    render: (_, { rule }) => (
      <>
        <div className="tp-strong">{ruleWords[rule].name}</div>
        <div className="tp-muted tp-small">{ruleWords[rule].means}</div>
      </>
    ),
  },
  {
    key: 'consequence',
    title: '后果',
    width: 96,
    render: (_, { consequence }) => (
      <StateTag state={consequence} words={consequenceWords[consequence]} testId="rule-consequence" />
    ),
  },
  {
    key: 'desk',
    title: '责任方 / 时限',
    width: 150,
    render: (_, rule) =>
      ofHeld(
        rule,
        <>
          <HoldTag kind={rule.hold} />
          <div className="tp-small">
            {ownerNames[rule.owner]}，{rule.withinHours} 小时内
          </div>
        </>,
      ),
  },
  {
    key: 'acceptedBy',
    title: '可放行',
    width: 220,
    render: (_, rule) => ofHeld(rule, sayAcceptors(rule, roleName)),
  },
  {
    key: 'changes',
    title: '与现行的不同',
    width: 210,
    render: (_, rule) => {
      const before = inForce.get(rule.rule);
      const changes = before ? changesOf(before, rule, roleName) : [];
      if (changes.length === 0) return <span className="tp-faint">—</span>;
      return (
        <div data-testid={`rule-changed-${rule.rule}`}>
          <Tag color="gold">已改</Tag>
          {changes.map(({ field, from }) => (
            <div key={field} className="tp-small">
              {field}原为 {from}
            </div>
          ))}
        </div>
      );
    },
  },
];

import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import type { Suspension } from './queries';
import { suspensionEffects, suspensionStates } from './suspension-words';

/** What was put on a customer, and what became of it. */
export const suspensionColumns: ListColumns<Suspension> = [
  {
    key: 'state',
    title: '状态',
    width: 90,
    render: (_, { state }) => (
      <StateTag state={state} words={suspensionStates[state]} testId="suspension-state" />
    ),
  },
  {
    key: 'effect',
    title: '范围',
    stays: true,
    width: 150,
    render: (_, { effect, scope }) => suspensionEffects[scope][effect],
  },
  {
    key: 'window',
    title: '期间',
    width: 190,
    render: (_, { startsOn, endsOn }) => (
      <span className="tp-figure">{endsOn ? `${startsOn} 至 ${endsOn} 前` : `${startsOn} 起`}</span>
    ),
  },
  { key: 'reason', title: '原因', dataIndex: 'reason' },
  {
    key: 'lifted',
    title: '恢复',
    width: 150,
    render: (_, { liftedAt, liftNote }) =>
      liftedAt ? (
        <>
          <When at={liftedAt} />
          {liftNote && <div className="tp-muted tp-small">{liftNote}</div>}
        </>
      ) : (
        <span className="tp-faint">—</span>
      ),
  },
];

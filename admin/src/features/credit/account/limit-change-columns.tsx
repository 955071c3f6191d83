import type { ListColumns } from '../../../ui/list-column';
import { When } from '../../../ui/when';
import { Yuan } from '../../../ui/yuan';
import type { NameOf } from '../people';
import type { LimitChange } from '../queries';

/** The columns of how a limit came about; `nameOf` says who acted. */
export const limitChangeColumns = (nameOf: NameOf): ListColumns<LimitChange> => [
  {
    key: 'version',
    title: '版本',
    stays: true,
    width: 68,
    align: 'right',
    render: (_, { version }) => <span className="tp-figure">{version}</span>,
  },
  { key: 'at', title: '时间', width: 144, render: (_, { at }) => <When at={at} /> },
  {
    key: 'before',
    title: '原额度',
    width: 128,
    align: 'right',
    render: (_, { beforeFen }) =>
      beforeFen === null ? <span className="tp-faint">新开户</span> : <Yuan fen={beforeFen} tone="muted" />,
  },
  {
    key: 'after',
    title: '新额度',
    width: 128,
    align: 'right',
    render: (_, { afterFen }) => <Yuan fen={afterFen} strong />,
  },
  {
    key: 'terms',
    title: '账期（天）',
    width: 110,
    align: 'right',
    render: (_, { beforeTermDays, afterTermDays }) => (
      <span className="tp-figure">
        {beforeTermDays === null || beforeTermDays === afterTermDays
          ? afterTermDays
          : `${beforeTermDays} → ${afterTermDays}`}
      </span>
    ),
  },
  {
    key: 'reason',
    title: '原因',
    ellipsis: true,
    render: (_, { reason }) => reason || <span className="tp-faint">—</span>,
  },
  {
    key: 'actor',
    title: '经办',
    width: 130,
    render: (_, { actorId }) => nameOf(actorId),
  },
];

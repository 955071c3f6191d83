import type { ListColumn } from '../../ui/list-column';
import { When } from '../../ui/when';
import type { NameOf } from './people';

interface Decided {
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly decisionNote: string;
}

/** When somebody decided what another had asked for, who it was, and what they said to it. */
export const decidedColumn = <Row extends Decided>(nameOf: NameOf): ListColumn<Row> => ({
  key: 'decided',
  title: '审批',
  width: 180,
  render: (_, { decidedAt, decidedBy, decisionNote }) =>
    decidedAt ? (
      <>
        <When at={decidedAt} />
        <div className="tp-small">
          {nameOf(decidedBy ?? '')} {decisionNote}
        </div>
      </>
    ) : (
      <span className="tp-faint">—</span>
    ),
});

import { Link } from 'react-router';
import { type CsvColumn, yuanColumn } from '../../../ui/csv';
import { whenText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { StateTag } from '../../../ui/state-tag';
import { When } from '../../../ui/when';
import { Yuan } from '../../../ui/yuan';
import type { Statement } from '../queries';
import { statementWords } from '../words';
import { paperAddress } from './periods';

const money = (key: string, title: string, fen: (statement: Statement) => number) => ({
  key,
  title,
  width: 104,
  align: 'right' as const,
  render: (_: unknown, statement: Statement) => (
    <Yuan fen={fen(statement)} tone={fen(statement) === 0 ? 'muted' : undefined} strong={key === 'closing'} />
  ),
});

/** The columns of statements that were sent. */
export const statementColumns: ListColumns<Statement> = [
  {
    key: 'period',
    title: '对账期间',
    stays: true,
    width: 176,
    render: (_, statement) => (
      <Link className="tp-link tp-figure" to={paperAddress(statement)}>
        {statement.startsOn} 至 {statement.untilOn}
      </Link>
    ),
  },
  {
    key: 'parties',
    title: '客户 / 供货方',
    width: 160,
    render: (_, { buyerName, sellerName }) => (
      <>
        <div>{buyerName}</div>
        <div className="tp-muted tp-small">{sellerName}</div>
      </>
    ),
  },
  money('opening', '期初应收', ({ openingFen }) => openingFen),
  money('billed', '本期开账', ({ billedFen }) => billedFen),
  money('received', '本期回款', ({ receivedFen }) => receivedFen),
  money('credited', '本期冲减', ({ creditedFen }) => creditedFen),
  money('closing', '期末应收', ({ closingFen }) => closingFen),
  {
    key: 'state',
    title: '状态',
    width: 104,
    render: (_, { state, note }) => (
      <>
        <StateTag state={state} words={statementWords[state]} testId="statement-state" />
        {note && <div className="tp-small tp-danger">{note}</div>}
      </>
    ),
  },
  { key: 'issuedAt', title: '出具时间', width: 136, render: (_, { issuedAt }) => <When at={issuedAt} /> },
];

/** The same table as a spreadsheet has it. */
export const statementCsv: readonly CsvColumn<Statement>[] = [
  { title: '开始日', cell: ({ startsOn }) => startsOn },
  { title: '最后一天', cell: ({ untilOn }) => untilOn },
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  yuanColumn('期初应收', ({ openingFen }) => openingFen),
  yuanColumn('本期开账', ({ billedFen }) => billedFen),
  yuanColumn('本期回款', ({ receivedFen }) => receivedFen),
  yuanColumn('本期冲减', ({ creditedFen }) => creditedFen),
  yuanColumn('期末应收', ({ closingFen }) => closingFen),
  { title: '状态', cell: ({ state }) => statementWords[state].text },
  { title: '说明', cell: ({ note }) => note },
  { title: '出具时间', cell: ({ issuedAt }) => whenText(issuedAt) },
];

import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { ulid } from 'ulid';
import { ExportButton } from '../../../ui/export-button';
import { ProblemView } from '../../../ui/problem-view';
import { useFilters } from '../../../ui/use-filters';
import { useLeaveQuestion } from '../../../ui/use-leave-question';
import { CancelCountDialog, ConfirmCountDialog } from './close-count-dialogs';
import { CountFigures } from './count-figures';
import { CountLinesTable } from './count-lines-table';
import { differenceOf } from './differences';
import { type Count, type CountLine, useEnterCounts } from './queries';
import { countLineCsv } from './sheet-columns';
import { readTyped, type Typed } from './typed-counts';

const views = {
  all: { label: '全部', shows: () => true },
  open: { label: '未盘', shows: ({ counted }: CountLine) => counted === null },
  different: { label: '有差异', shows: (line: CountLine) => (differenceOf(line) ?? 0) !== 0 },
  moved: { label: '需重盘', shows: ({ counted, hasMoved }: CountLine) => counted !== null && hasMoved },
} as const;
type View = keyof typeof views;

interface CountDetailProps {
  count: Count;
  mayCount: boolean;
  mayConfirm: boolean;
}

/** One count sheet: what was counted is typed, saved, and in the end posted. */
export function CountDetail({ count, mayCount, mayConfirm }: CountDetailProps) {
  const { message } = App.useApp();
  const { params, choose } = useFilters();
  const enter = useEnterCounts();
  const [typed, setTyped] = useState<Typed>({});
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [asked, setAsked] = useState<'confirm' | 'cancel' | null>(null);
  const view = (Object.keys(views) as View[]).find((one) => one === params.get('view')) ?? 'all';
  const isOpen = count.state === 'open';
  const { counts, wrongLineNos } = readTyped(typed);
  const isUnsaved = counts.length + wrongLineNos.length > 0;
  useLeaveQuestion(isUnsaved && isOpen);

  const save = async () => {
    if (pending || counts.length === 0) return;
    setPending(true);
    setError(null);
    try {
      await enter({ sheetId: count.sheetId, commandId: ulid(), counts });
      // What was typed meanwhile is not saved yet.
      const saved = new Map(counts.map(({ lineNo }) => [lineNo, typed[lineNo]]));
      setTyped((present) =>
        Object.fromEntries(
          Object.entries(present).filter(([lineNo, text]) => saved.get(Number(lineNo)) !== text),
        ),
      );
      message.success(`已保存 ${counts.length} 个批次的实盘数量`);
    } catch (problem) {
      setError(problem);
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <CountFigures count={count} />
      <div className="tp-filters">
        <Segmented<View>
          value={view}
          options={(Object.keys(views) as View[]).map((value) => ({ value, label: views[value].label }))}
          onChange={(value) => choose('view', value === 'all' ? undefined : value)}
        />
        <ExportButton
          name={`盘点-${count.warehouseName}`}
          columns={countLineCsv}
          fetchPage={async () => ({ items: count.lines, nextCursor: null })}
        />
        {isOpen && mayCount && (
          <>
            <Button
              type="primary"
              loading={pending}
              disabled={counts.length === 0}
              onClick={() => void save()}
              data-testid="count-save"
            >
              保存{counts.length > 0 && `（${counts.length}）`}
            </Button>
            <Button danger onClick={() => setAsked('cancel')} data-testid="count-cancel-open">
              作废
            </Button>
          </>
        )}
        {isOpen && mayConfirm && (
          <Button
            disabled={isUnsaved || !count.lines.some(({ counted }) => counted !== null)}
            title={isUnsaved ? '先保存已录入的数量' : undefined}
            onClick={() => setAsked('confirm')}
            data-testid="count-confirm-open"
          >
            差异过账
          </Button>
        )}
        {isOpen && mayCount && (
          <span className="tp-muted tp-small">
            <kbd>Enter</kbd> 到下一行；可从 Excel 复制一列直接粘贴
          </span>
        )}
      </div>
      {wrongLineNos.length > 0 && (
        <p className="tp-danger" role="status">
          第 {wrongLineNos.slice(0, 10).join('、')} 行不是数量，不会保存
        </p>
      )}
      {error !== null && (
        <div className="page-problem">
          <ProblemView error={error} repeatable />
        </div>
      )}
      <CountLinesTable
        key={view}
        lines={count.lines.filter(views[view].shows)}
        typed={isOpen && mayCount ? typed : null}
        onType={setTyped}
      />
      {asked === 'confirm' && <ConfirmCountDialog count={count} onClose={() => setAsked(null)} />}
      {asked === 'cancel' && <CancelCountDialog count={count} onClose={() => setAsked(null)} />}
    </>
  );
}

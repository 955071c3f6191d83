import { App, Button, Form } from 'antd';
import { useMemo, useState } from 'react';
import { ApiProblem } from '../../api';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { useLeaveQuestion } from '../../ui/use-leave-question';
import { useNow } from '../../ui/use-now';
import { usePaused } from '../../ui/use-paused';
import { useSaveKey } from '../../ui/use-save-key';
import { BudgetMeter } from './budget-meter';
import { ChangedNotice } from './changed-notice';
import { ConflictList } from './conflict-list';
import { CostPanel } from './cost-panel';
import type { Promotion, Versions, Warnings } from './model';
import type { PayerOption } from './money-section';
import { PreviewPanel } from './preview-panel';
import { PromotionForm } from './promotion-form';
import { draftOf, valuesOf, type Kinds, type PromotionValues } from './promotion-values';
import { PublishDialog } from './publish-dialog';
import { useConflicts } from './queries';
import { isSame } from './same-draft';
import { SimulationPanel } from './simulation-panel';
import { StateTag } from './state-tag';
import { StopDialog } from './stop-dialog';
import { useSave } from './use-save';
import { VersionList } from './version-list';
import { WarningList } from './warning-list';
import './promotions.css';

const TYPING_PAUSE_MILLISECONDS = 600;

interface EditorProps {
  promotionId: string;
  initial: PromotionValues;
  kinds: Kinds;
  payerOptions: readonly PayerOption[];
  /** What is on the server; nothing for a new one. */
  saved?: { readonly promotion: Promotion; readonly versions: Versions; readonly warnings: Warnings };
  /** Publishing is what the person came for. */
  publishAtOnce?: boolean;
  onAdded?: (promotion: Promotion, publish: boolean) => void;
  onCopy?: () => void;
}

/** Where a promotion is written, tried, published and stopped. */
export function PromotionEditor(props: EditorProps) {
  const { promotionId, initial, kinds, payerOptions, saved, publishAtOnce = false, onAdded, onCopy } = props;
  const { message } = App.useApp();
  const nowMs = useNow();
  const [form] = Form.useForm<PromotionValues>();
  const [base, setBase] = useState<Promotion | null>(saved?.promotion ?? null);
  const [dialog, setDialog] = useState<'publish' | 'stop' | null>(publishAtOnce ? 'publish' : null);
  const { save, isSaving, problem, ruleFaults, clear } = useSave(form);

  const typed = Form.useWatch([], { form, preserve: true }) as PromotionValues | undefined;
  const draft = useMemo(
    () => draftOf({ ...initial, ...typed }, promotionId, kinds),
    [initial, typed, promotionId, kinds],
  );
  const isDirty = base === null || !isSame(draft, draftOf(valuesOf(base, kinds), promotionId, kinds));
  const isOver = base !== null && base.state !== 'draft' && base.state !== 'live';
  const latest = saved?.promotion;
  const isChangedByAnother = base !== null && latest !== undefined && latest.version > base.version;

  const load = (promotion: Promotion) => {
    form.setFieldsValue(valuesOf(promotion, kinds) as never);
    setBase(promotion);
    clear();
  };
  const done = (promotion: Promotion, words: string) => {
    setBase(promotion);
    message.success(words);
  };
  const saveNow = async (publish: boolean) => {
    const isSound = await form.validateFields().then(
      () => true,
      ({ errorFields }: { errorFields: readonly { name: (string | number)[] }[] }) => {
        const first = errorFields[0];
        if (first) form.scrollToField(first.name as never, { block: 'center' });
        return false;
      },
    );
    if (!isSound) return;
    const isAdded = base === null;
    const promotion = isDirty ? await save(draft, base?.version ?? 0) : base;
    if (!promotion) return;
    if (isDirty)
      done(promotion, promotion.state === 'live' ? '已保存，新订单立即按新内容计算' : '草稿已保存');
    if (isAdded) onAdded?.(promotion, publish);
    else if (publish) setDialog('publish');
  };

  const conflicts = useConflicts(
    usePaused(isOver || draft.name === '' ? null : draft, TYPING_PAUSE_MILLISECONDS),
  );
  const found = conflicts.data?.items ?? [];
  useSaveKey(() => void saveNow(false), !isOver && isDirty && dialog === null);
  useLeaveQuestion(isDirty && !isOver && typed !== undefined && !isSaving && !isSame(typed, initial));
  const isConflict = problem instanceof ApiProblem && problem.code === 'promotions.versionChanged';
  return (
    <div className="editor">
      <div className="editor-main">
        <div className="editor-bar">
          <div className="editor-state">
            {base ? <StateTag promotion={base} nowMs={nowMs} /> : <span className="tp-muted">尚未保存</span>}
            {base && <span className="tp-muted">第 {base.version} 版</span>}
            {isDirty && base && !isOver && <span className="tp-warning">有未保存的修改</span>}
          </div>
          <div className="editor-actions">
            {base && onCopy && (
              <Button onClick={onCopy} data-testid="promotion-copy">
                复制为新促销
              </Button>
            )}
            {base?.state === 'live' && (
              <Button danger onClick={() => setDialog('stop')} data-testid="promotion-stop">
                停止
              </Button>
            )}
            {!isOver && (
              <Button
                type={base?.state === 'live' ? 'primary' : 'default'}
                onClick={() => void saveNow(false)}
                loading={isSaving}
                disabled={!isDirty}
                data-testid="promotion-save"
              >
                {base?.state === 'live' ? '保存并立即生效' : '保存草稿'}
              </Button>
            )}
            {!isOver && base?.state !== 'live' && (
              <Button
                type="primary"
                onClick={() => void saveNow(true)}
                disabled={isSaving}
                data-testid="promotion-publish"
              >
                {isDirty ? '保存并发布…' : '发布…'}
              </Button>
            )}
          </div>
        </div>
        {isChangedByAnother && (
          <div className="page-problem">
            <ChangedNotice
              latest={latest}
              versions={saved?.versions ?? []}
              version={base.version}
              onTakeTheirs={() => load(latest)}
              onKeepMine={() => {
                setBase(latest);
                clear();
              }}
            />
          </div>
        )}
        {problem !== null && !(isConflict && isChangedByAnother) && (
          <div className="page-problem">
            <ProblemView error={problem} repeatable />
          </div>
        )}
        <PromotionForm
          form={form}
          initial={initial}
          kinds={kinds}
          payerOptions={payerOptions}
          ruleFaults={ruleFaults}
          disabled={isOver || isSaving}
        />
      </div>
      <aside className="editor-side" aria-label="试算、冲突与版本">
        <PreviewPanel draft={typed ? draft : null} />
        {base && (
          <Panel title="使用情况">
            <BudgetMeter promotion={base} />
            {saved && saved.warnings.length > 0 && <WarningList warnings={saved.warnings} />}
          </Panel>
        )}
        {base && base.state !== 'draft' && <CostPanel promotion={base} />}
        {!isOver && <SimulationPanel draft={draft} payerOptions={payerOptions} />}
        <Panel title="冲突">
          {found.length > 0 ? (
            <ConflictList conflicts={found} />
          ) : (
            <p className="tp-muted tp-small tp-last">
              {conflicts.isError ? '内容写完后检查冲突' : '没有与正在生效的促销冲突'}
            </p>
          )}
        </Panel>
        {saved && (
          <Panel title="版本">
            <VersionList versions={saved.versions} />
          </Panel>
        )}
      </aside>
      <PublishDialog
        promotion={dialog === 'publish' ? base : null}
        onClose={() => setDialog(null)}
        onDone={(promotion) => done(promotion, '已发布')}
      />
      <StopDialog
        promotion={dialog === 'stop' ? base : null}
        onClose={() => setDialog(null)}
        onDone={(promotion) => done(promotion, '已停止')}
      />
    </div>
  );
}

import { App, Button, Form, Tag } from 'antd';
import { useState } from 'react';
import { ApiProblem } from '../../../api';
import { ChangedNotice } from '../../../ui/changed-notice';
import { ProblemView } from '../../../ui/problem-view';
import { useIntent } from '../../../ui/use-intent';
import { useLeaveQuestion } from '../../../ui/use-leave-question';
import { useSaveKey } from '../../../ui/use-save-key';
import { type SkuSheet, statusWords } from './model';
import { usePutSku } from './queries';
import { skuFaultsOf } from './sku-faults';
import { SkuForm } from './sku-form';
import { inputOf, isAsSaved, newSku, valuesOf, type SkuValues } from './sku-values';
import { StatusButton } from './status-button';
import './sku.css';

interface SkuEditorProps {
  /** As it stands on the server; nothing for a new one. */
  saved?: SkuSheet;
  onAdded?: (sheet: SkuSheet) => void;
}

/** Where a SKU is added or changed. */
export function SkuEditor({ saved, onAdded }: SkuEditorProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<SkuValues>();
  const put = usePutSku();
  const intentOf = useIntent();
  const [base, setBase] = useState<SkuSheet | null>(saved ?? null);
  const [isSaving, setSaving] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [initial] = useState(() => (saved ? valuesOf(saved) : newSku));

  const typed = Form.useWatch([], { form, preserve: true }) as SkuValues | undefined;
  const isTouched = typed !== undefined && (base ? !isAsSaved(typed, base) : form.isFieldsTouched());
  const isChangedByAnother = base !== null && saved !== undefined && saved.version > base.version;
  useLeaveQuestion(isTouched && !isSaving && !isLeaving);

  const load = (sheet: SkuSheet) => {
    form.setFieldsValue(valuesOf(sheet) as never);
    setBase(sheet);
    setProblem(null);
  };
  const save = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values || isSaving) return;
    const said = { ...inputOf(values, base?.status ?? 'active'), expectedVersion: base?.version ?? 0 };
    setSaving(true);
    setProblem(null);
    try {
      const sheet = await put({ commandId: intentOf(said), ...said });
      load(sheet);
      message.success('商品已保存');
      if (base === null) {
        setLeaving(true);
        onAdded?.(sheet);
      }
    } catch (error) {
      const faults = skuFaultsOf(error, values);
      form.setFields(faults.map(({ name, errors }) => ({ name: [...name], errors: [...errors] })) as never);
      const [first] = faults;
      if (first) form.scrollToField([...first.name] as never, { block: 'center' });
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };
  useSaveKey(() => void save(), isTouched && !isSaving);

  const isConflict = problem instanceof ApiProblem && problem.code === 'catalog.versionChanged';
  return (
    <div>
      <div className="sku-bar">
        <div>
          {base ? (
            <Tag color={statusWords[base.status].color} data-testid="sku-status" data-state={base.status}>
              {statusWords[base.status].text}
            </Tag>
          ) : (
            <span className="tp-muted">尚未保存</span>
          )}
          {base && isTouched && <span className="tp-warning">有未保存的修改</span>}
        </div>
        <div>
          {base && <StatusButton sheet={base} disabled={isTouched} onDone={load} />}
          <Button
            type="primary"
            loading={isSaving}
            disabled={base !== null && !isTouched}
            onClick={() => void save()}
            data-testid="sku-save"
          >
            {base ? '保存' : '保存新商品'}
          </Button>
        </div>
      </div>
      {isChangedByAnother && (
        <div className="page-problem">
          <ChangedNotice
            title="这个商品刚被他人修改过"
            onTakeTheirs={() => load(saved)}
            onKeepMine={() => {
              setBase(saved);
              setProblem(null);
            }}
          />
        </div>
      )}
      {problem !== null && !(isConflict && isChangedByAnother) && (
        <div className="page-problem">
          <ProblemView error={problem} repeatable />
        </div>
      )}
      <SkuForm form={form} initial={initial} isNew={base === null} disabled={isSaving} />
    </div>
  );
}

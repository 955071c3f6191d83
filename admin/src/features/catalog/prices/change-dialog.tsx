import { Alert, App, Button, Checkbox, Form, Modal } from 'antd';
import { useState } from 'react';
import { countText } from '../../../ui/format';
import { ProblemView } from '../../../ui/problem-view';
import { useIntent } from '../../../ui/use-intent';
import { ChangeFields } from './change-form';
import { changeOf, type ChangeValues } from './change-values';
import type { Preview } from './model';
import { pastedPrices } from './pasted-prices';
import { PreviewTable } from './preview-table';
import { usePreviewPrices, usePutPriceLines } from './queries';

interface ChangeDialogProps {
  priceListId: string;
  selectedIds: readonly string[];
  q: string;
  onClose: () => void;
  onSaved: () => void;
}

const isSame = ({ findings }: Preview['items'][number]) =>
  findings.some(({ finding }) => finding === 'same') &&
  !findings.some(({ finding }) => finding === 'repacked');
const isWarned = ({ findings }: Preview['items'][number]) =>
  findings.some(({ severity }) => severity === 'warning');

/** Changes many prices at once: what each was and would be is shown before any is saved. */
export function ChangeDialog({ priceListId, selectedIds, q, onClose, onSaved }: ChangeDialogProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<ChangeValues>();
  const preview = usePreviewPrices();
  const put = usePutPriceLines();
  const intentOf = useIntent();
  const [isSaving, setSaving] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [wrongLines, setWrongLines] = useState<readonly number[]>([]);

  const items = preview.data?.items ?? [];
  const drafts = items.flatMap((one) => (one.draft && !isSame(one) ? [one.draft] : []));
  const warned = items.filter((one) => one.draft !== null && isWarned(one)).length;
  const blocked = items.filter(({ draft }) => draft === null).length;
  const mayBeSaved =
    preview.data !== undefined &&
    preview.data.isComplete &&
    wrongLines.length === 0 &&
    blocked === 0 &&
    drafts.length > 0 &&
    (warned === 0 || isChecked);

  const forget = () => {
    preview.reset();
    setProblem(null);
    setChecked(false);
    setWrongLines([]);
  };
  const show = async (values: ChangeValues) => {
    forget();
    const { rows, wrong } = pastedPrices(values.way === 'paste' ? (values.pasted ?? '') : '');
    setWrongLines(wrong);
    if (values.way === 'paste' && rows.length === 0) return;
    try {
      await preview.mutateAsync({ priceListId, change: changeOf(values, selectedIds, q) });
    } catch (error) {
      setProblem(error);
    }
  };
  const save = async () => {
    if (!preview.data || isSaving) return;
    const said = { priceListId, expectedVersion: preview.data.version, lines: drafts, removedSkuIds: [] };
    setSaving(true);
    setProblem(null);
    try {
      const { added, changed } = await put({ commandId: intentOf(said), ...said });
      message.success(`已新增 ${countText(added)} 个、修改 ${countText(changed)} 个价格`);
      onSaved();
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };

  return (
    <Modal open title="批量调价" width={900} footer={null} mask={{ closable: false }} onCancel={onClose}>
      <Form<ChangeValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={isSaving}
        initialValues={{
          way: 'percent',
          scope: selectedIds.length > 0 ? 'selected' : 'found',
          stepE4: 100,
        }}
        // What is shown must be what would be saved.
        onValuesChange={forget}
        onFinish={(values) => void show(values)}
        data-testid="change-form"
      >
        <ChangeFields selectedCount={selectedIds.length} q={q} />
        <Button htmlType="submit" loading={preview.isPending} data-testid="change-show">
          预览
        </Button>
      </Form>
      {wrongLines.length > 0 && (
        <Alert
          type="error"
          showIcon
          style={{ marginTop: 12 }}
          title={`第 ${wrongLines.slice(0, 10).join('、')} 行看不懂，请改成“编号 单价 底价”后再预览`}
        />
      )}
      {preview.data && items.length === 0 && <p className="tp-muted">没有符合范围的价格。</p>}
      {preview.data && items.length > 0 && (
        <section aria-label="预览" style={{ marginTop: 16 }}>
          <p data-testid="change-summary">
            将保存 <b>{countText(drafts.length)}</b> 个价格
            {warned > 0 && <span className="tp-warning">，其中 {countText(warned)} 个需要留意</span>}
            {blocked > 0 && (
              <span className="tp-danger">，{countText(blocked)} 个有错误，改正后才能保存</span>
            )}
          </p>
          {!preview.data.isComplete && (
            <Alert
              type="error"
              showIcon
              title="一次最多调整 1,000 个价格：请先搜索缩小范围，或在导入导出里导入价格"
            />
          )}
          <PreviewTable items={items} />
        </section>
      )}
      {problem !== null && <ProblemView error={problem} repeatable />}
      <div className="tp-dialog-foot">
        {warned > 0 && (
          <Checkbox
            checked={isChecked}
            onChange={({ target }) => setChecked(target.checked)}
            style={{ alignItems: 'center' }}
            data-testid="change-checked"
          >
            已核对需要留意的 {countText(warned)} 个价格
          </Checkbox>
        )}
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={isSaving}
          disabled={!mayBeSaved}
          onClick={() => void save()}
          data-testid="change-save"
        >
          保存 {countText(drafts.length)} 个价格
        </Button>
      </div>
    </Modal>
  );
}

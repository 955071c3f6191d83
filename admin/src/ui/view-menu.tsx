import { DeleteOutlined, FilterOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ChoicePopover } from './choice-popover';
import { keepText, keptText, useKept } from './kept';
import { SaveViewDialog } from './save-view-dialog';
import { queryOf, type SavedView, viewsOf, withoutView, withView } from './saved-views';

const REMOVED_SECONDS = 8;

/** What this person has saved of a list. A change begins from what is kept then: another tab may have added to it. */
function useSavedViews(list: string) {
  const { key, text } = useKept(`views.${list}`);
  return {
    views: viewsOf(text),
    /** False where the change will not outlast the page. */
    change: (make: (views: readonly SavedView[]) => readonly SavedView[]) =>
      keepText(key, JSON.stringify(make(viewsOf(keptText(key))))),
  };
}

interface ViewListProps {
  views: readonly SavedView[];
  query: string;
  onChoose: (view: SavedView) => void;
  onRemove: (view: SavedView) => void;
}

const ViewList = ({ views, query, onChoose, onRemove }: ViewListProps) =>
  views.length === 0 ? (
    <p className="tp-muted tp-small">设好筛选后保存为视图，下次点一下就能打开。</p>
  ) : (
    <ul className="tp-views">
      {views.map((view) => (
        <li key={view.name}>
          <Button
            type="text"
            size="small"
            className={view.query === query ? 'tp-strong' : undefined}
            aria-current={view.query === query}
            onClick={() => onChoose(view)}
            data-testid={`view-${view.name}`}
          >
            {view.name}
          </Button>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`删除视图 ${view.name}`}
            onClick={() => onRemove(view)}
            data-testid={`view-remove-${view.name}`}
          />
        </li>
      ))}
    </ul>
  );

/** The views of a list that is filtered by its address: choose one, save the present filters, remove one. */
export function ViewMenu({ list }: { list: string }) {
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const { views, change } = useSavedViews(list);
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const query = queryOf(params);
  const current = views.find((view) => view.query === query);

  const save = (name: string) => {
    if (change((kept) => withView(kept, { name, query }))) message.success(`已保存视图“${name}”`);
    else message.warning('浏览器不允许保存，关闭页面后视图会丢失');
  };
  const choose = (view: SavedView) => {
    setParams(new URLSearchParams(view.query));
    setOpen(false);
  };
  const remove = (view: SavedView) => {
    const at = views.indexOf(view);
    change((kept) => withoutView(kept, view.name));
    const key = `view removed ${view.name}`;
    const putBack = () => {
      // One saved under the same name since then is newer than the one that comes back.
      change((kept) => (kept.some(({ name }) => name === view.name) ? kept : withView(kept, view, at)));
      message.destroy(key);
    };
    message.info({
      key,
      duration: REMOVED_SECONDS,
      content: (
        <>
          已删除视图“{view.name}”
          <Button type="link" size="small" onClick={putBack} data-testid="view-put-back">
            撤销
          </Button>
        </>
      ),
    });
  };

  return (
    <>
      <ChoicePopover
        label="视图"
        icon={<FilterOutlined />}
        text={current ? `视图：${current.name}` : '视图'}
        placement="bottomLeft"
        isOpen={isOpen}
        onOpenChange={setOpen}
        testId={`views-${list}`}
      >
        <ViewList views={views} query={query} onChoose={choose} onRemove={remove} />
        <Button
          size="small"
          // Without a filter there is nothing to come back to.
          disabled={query === ''}
          onClick={() => {
            setOpen(false);
            setSaving(true);
          }}
          data-testid="view-save"
        >
          保存当前筛选
        </Button>
      </ChoicePopover>
      <SaveViewDialog open={isSaving} views={views} onSave={save} onClose={() => setSaving(false)} />
    </>
  );
}

import { useState } from 'react';
import { Text } from '@tarojs/components';
import { newId } from '@/platform/new-id';
import { CheckRow } from '@/ui/check-row';
import { Confirm } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { say } from '@/ui/toast';
import { useSaveTemplate, useTemplates } from './queries';

export interface SaveListProps {
  open: boolean;
  lines: readonly { readonly skuId: string; readonly quantity: number }[];
  onClose: () => void;
}

/** Keeps goods and quantities as a list; one of the same name is replaced. */
export const SaveList = ({ open, ...rest }: SaveListProps) => (open ? <OpenSaveList {...rest} /> : null);

function OpenSaveList({ lines, onClose }: Omit<SaveListProps, 'open'>) {
  const templates = useTemplates();
  const save = useSaveTemplate();
  const [name, setName] = useState('');
  const [isStanding, setStanding] = useState(false);
  const [templateId] = useState(newId);
  const wanted = name.trim();
  const same = templates.data?.items.find((one) => one.name === wanted);
  const confirm = () =>
    save.mutate(
      {
        templateId: same?.templateId ?? templateId,
        kind: isStanding ? 'standing' : 'template',
        name: wanted,
        expectedVersion: same?.version ?? 0,
        lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
      },
      {
        onSuccess: () => {
          say('已存为常用单，在“我的”里可以找到');
          onClose();
        },
      },
    );
  return (
    <Confirm
      title="存为常用单"
      open
      text={`把这 ${lines.length} 种商品和数量存下来，下次一点就能订。`}
      confirmLabel={same ? '替换同名常用单' : '保存'}
      pending={save.isPending}
      disabled={wanted === '' || !templates.isSuccess}
      error={save.error ?? templates.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field
        id="list-name"
        label="名称"
        value={name}
        lengthMax={60}
        placeholder="如 每周水饮、开业首单"
        hint={same ? '已有同名的常用单，保存会替换它的商品和数量' : undefined}
        onChange={setName}
      />
      <CheckRow id="list-standing" isOn={isStanding} onToggle={() => setStanding(!isStanding)}>
        <Text>作为标准存量：补货时填现有数，按缺口订</Text>
      </CheckRow>
    </Confirm>
  );
}

import { useState } from 'react';
import { Confirm } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { say } from '@/ui/toast';
import { useSaveTemplate, type TemplateInFull } from './queries';

/** Gives a list another name; its goods stay as they are. */
export function RenameList({ template, onClose }: { template: TemplateInFull; onClose: () => void }) {
  const save = useSaveTemplate();
  const [name, setName] = useState(template.name);
  const { templateId, kind, kept, version } = template;
  const confirm = () =>
    save.mutate(
      {
        templateId,
        kind,
        name: name.trim(),
        expectedVersion: version,
        lines: kept.map(({ skuId, quantity }) => ({ skuId, quantity })),
      },
      {
        onSuccess: () => {
          say('已改名');
          onClose();
        },
      },
    );
  return (
    <Confirm
      title="改名"
      open
      confirmLabel="保存"
      pending={save.isPending}
      disabled={name.trim() === '' || name.trim() === template.name}
      error={save.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field id="list-rename" label="名称" value={name} lengthMax={60} onChange={setName} />
    </Confirm>
  );
}

import { useState } from 'react';
import { Confirm } from '@/ui/confirm';
import { NoteField } from '@/ui/field';
import { say } from '@/ui/toast';
import { type RebateProgress, useHandInDisplay } from './queries';
import { photosIn } from './words';

const lengthMax = 2_000;

/** Hands in the photos of a display; the supplier looks at them and says yes or why not. */
export function HandInDisplay({ deal, onClose }: { deal: RebateProgress; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const handIn = useHandInDisplay(deal.promotionId);
  const photos = photosIn(typed);
  const confirm = () =>
    handIn.mutate(
      { photos, note: note.trim() },
      {
        onSuccess: () => {
          say('已提交，等待供货商核验');
          onClose();
        },
      },
    );
  return (
    <Confirm
      title={`提交陈列照片 · ${deal.name}`}
      open
      text={deal.label}
      confirmLabel={photos.length > 0 ? `提交 ${photos.length} 张` : '提交'}
      disabled={photos.length === 0}
      pending={handIn.isPending}
      error={handIn.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <NoteField
        id="display-photos"
        label="照片编号或链接"
        value={typed}
        lengthMax={lengthMax}
        placeholder="一行一张，供货商能据此找到照片"
        hint="每张照片只能用一次"
        onChange={setTyped}
      />
      <NoteField
        id="display-note"
        label="说明（选填）"
        value={note}
        placeholder="例如：门口端架，陈列 3 排面"
        onChange={setNote}
      />
    </Confirm>
  );
}

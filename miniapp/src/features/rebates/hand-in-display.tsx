import { useState } from 'react';
import { usePhotos } from '@/platform/use-photos';
import { Confirm } from '@/ui/confirm';
import { NoteField } from '@/ui/field';
import { PhotoPicker } from '@/ui/photo-picker';
import { say } from '@/ui/toast';
import { type RebateProgress, useHandInDisplay } from './queries';

const photosMost = 20;

/** Hands in the photos of a display; the supplier looks at them and says yes or why not. */
export function HandInDisplay({ deal, onClose }: { deal: RebateProgress; onClose: () => void }) {
  const photos = usePhotos('display', photosMost);
  const [note, setNote] = useState('');
  const handIn = useHandInDisplay(deal.promotionId);
  const confirm = () =>
    handIn.mutate(
      { photos: photos.photoIds, note: note.trim() },
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
      confirmLabel={photos.photoIds.length > 0 ? `提交 ${photos.photoIds.length} 张` : '提交'}
      disabled={photos.photoIds.length === 0 || photos.isUnsettled}
      pending={handIn.isPending}
      error={handIn.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <PhotoPicker
        id="display-photos"
        label="陈列照片"
        hint="每张照片只能用一次"
        most={photosMost}
        photos={photos}
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

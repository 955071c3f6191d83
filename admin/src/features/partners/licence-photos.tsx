import { App, Button, Image, Popconfirm } from 'antd';
import { useState } from 'react';
import { ulid } from 'ulid';
import { AddPhotos } from '../../ui/add-photos';
import { problemTitle, ProblemView } from '../../ui/problem-view';
import { insist } from '../../ui/send-parts';
import { uploadPhoto } from '../../ui/upload-photo';
import { useAddLicencePhoto, useLicencePhotos, useRemoveLicencePhoto } from './queries';
import './licence-photos.css';

const mostPhotos = 9;

/** Photos of a customer's licences: looked at, added, and taken off by who added them. */
export function LicencePhotos({ partyId, name }: { partyId: string; name: string }) {
  const { message } = App.useApp();
  const photos = useLicencePhotos(partyId);
  const add = useAddLicencePhoto();
  const remove = useRemoveLicencePhoto();
  const [isBusy, setBusy] = useState(false);
  const items = photos.data?.items ?? [];

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    await work()
      .catch((error: unknown) => void message.error(problemTitle(error)))
      .finally(() => setBusy(false));
  };
  const addAll = (files: readonly File[]) =>
    during(async () => {
      for (const file of files.slice(0, mostPhotos - items.length)) {
        const photoId = await uploadPhoto(file, 'licence');
        const command = { commandId: ulid(), partyId, photoId };
        await insist(() => add(command));
      }
    });
  const takeOff = (photoId: string) =>
    during(async () => {
      const command = { commandId: ulid(), partyId, photoId };
      await insist(() => remove(command));
    });

  return (
    <section className="licence-photos-box">
      <h2>证照照片</h2>
      {photos.error ? <ProblemView error={photos.error} onRetry={() => void photos.refetch()} /> : null}
      {photos.data && items.length === 0 && <p className="tp-muted">还没有照片。</p>}
      <Image.PreviewGroup>
        <ul className="licence-photos" data-testid="licence-photos">
          {items.map(({ photoId, url, thumbnailUrl, mayRemove }, index) => (
            <li key={photoId}>
              <Image
                src={thumbnailUrl}
                preview={{ src: url }}
                width={120}
                height={120}
                alt={`${name}的证照 第 ${index + 1} 张`}
              />
              {mayRemove && (
                <div className="link-actions">
                  <Popconfirm
                    title="移除这张照片？"
                    okText="移除"
                    cancelText="取消"
                    onConfirm={() => void takeOff(photoId)}
                  >
                    <Button
                      type="link"
                      size="small"
                      danger
                      disabled={isBusy}
                      data-testid={`licence-remove-${index + 1}`}
                    >
                      移除
                    </Button>
                  </Popconfirm>
                </div>
              )}
            </li>
          ))}
        </ul>
      </Image.PreviewGroup>
      <AddPhotos
        label="上传证照照片"
        subject="证照照片"
        testId="licence"
        isBusy={isBusy}
        disabled={!photos.data || items.length >= mostPhotos}
        onChosen={(files) => void addAll(files)}
      />
      <p className="tp-muted tp-small">
        JPG、PNG、WebP，每张不超过 5 MB，最多 {mostPhotos} 张；该客户和向其供货的各方都能看到。
      </p>
    </section>
  );
}

import { App, Button, Drawer, Image } from 'antd';
import { useState } from 'react';
import { AddPhotos } from '../../ui/add-photos';
import { problemTitle, ProblemView } from '../../ui/problem-view';
import { uploadPhoto } from '../../ui/upload-photo';
import { type Goods, usePictures, usePutPictures } from './queries';
import './pictures.css';

const mostPictures = 9;

/** The pictures of a SKU: added, put in another order, taken off; the first is the main one. */
export function PicturesDrawer({
  goods,
  onClose,
}: {
  goods: Pick<Goods, 'skuId' | 'name'>;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const pictures = usePictures(goods.skuId);
  const put = usePutPictures(goods.skuId);
  const [isUploading, setUploading] = useState(false);
  const items = pictures.data?.items ?? [];
  const ids = items.map(({ photoId }) => photoId);
  const isBusy = isUploading || put.isPending;

  const fail = (error: unknown) => void message.error(problemTitle(error));
  const save = (photoIds: string[]) => put.mutateAsync(photoIds).catch(fail);
  const add = async (files: readonly File[]) => {
    setUploading(true);
    try {
      const added: string[] = [];
      for (const file of files.slice(0, mostPictures - ids.length))
        added.push(await uploadPhoto(file, 'goods'));
      await save([...ids, ...added]);
    } catch (error) {
      fail(error);
    } finally {
      setUploading(false);
    }
  };

  return (
    <Drawer open title={`商品图片 · ${goods.name}`} size={520} onClose={onClose}>
      {pictures.error ? (
        <ProblemView error={pictures.error} onRetry={() => void pictures.refetch()} />
      ) : (
        <Image.PreviewGroup>
          <ul className="goods-pictures" data-testid="goods-pictures">
            {items.map(({ photoId, url, thumbnailUrl }, index) => (
              <li key={photoId}>
                <Image
                  src={thumbnailUrl}
                  preview={{ src: url }}
                  width={120}
                  height={120}
                  alt={`${goods.name} 第 ${index + 1} 张`}
                />
                <div className="link-actions">
                  {index === 0 ? (
                    <span className="tp-muted tp-small">主图</span>
                  ) : (
                    <Button
                      type="link"
                      size="small"
                      disabled={isBusy}
                      onClick={() => void save([photoId, ...ids.filter((id) => id !== photoId)])}
                      data-testid={`picture-main-${index + 1}`}
                    >
                      设为主图
                    </Button>
                  )}
                  <Button
                    type="link"
                    size="small"
                    danger
                    disabled={isBusy}
                    onClick={() => void save(ids.filter((id) => id !== photoId))}
                    data-testid={`picture-remove-${index + 1}`}
                  >
                    移除
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Image.PreviewGroup>
      )}
      <AddPhotos
        label="上传图片"
        subject="图片"
        testId="picture"
        isBusy={isBusy}
        // All pictures are set at once: without those that hang already, adding one would take them off.
        disabled={!pictures.data || items.length >= mostPictures}
        onChosen={(files) => void add(files)}
      />
      <p className="tp-muted tp-small">
        JPG、PNG、WebP，每张不超过 5 MB，最多 {mostPictures} 张；第一张是主图。
      </p>
    </Drawer>
  );
}

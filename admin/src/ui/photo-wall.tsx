import { Image } from 'antd';

export interface ShownPhoto {
  readonly reference: string;
  /** Null where somebody typed a reference before photos were uploaded. */
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
}

/** Photos side by side, each opened large by a click; references of old stand there as they were typed. */
export function PhotoWall({ photos, side = 72 }: { photos: readonly ShownPhoto[]; side?: number }) {
  return (
    <Image.PreviewGroup>
      <div className="photo-wall" data-testid="photo-wall">
        {photos.map(({ reference, url, thumbnailUrl }, index) =>
          url !== null && thumbnailUrl !== null ? (
            <Image
              key={reference}
              src={thumbnailUrl}
              preview={{ src: url }}
              width={side}
              height={side}
              alt={`第 ${index + 1} 张照片`}
            />
          ) : (
            <span key={reference} className="photo-wall-reference">
              {reference}
            </span>
          ),
        )}
      </div>
    </Image.PreviewGroup>
  );
}

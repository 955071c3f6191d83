import Taro from '@tarojs/taro';
import { Image, Text, View } from '@tarojs/components';
import type { Photos, UploadingPhoto } from '@/platform/use-photos';
import { Button } from './button';
import { asButton } from './control';
import './photo-picker.scss';

export interface PhotoPickerProps {
  id: string;
  label: string;
  hint?: string;
  most: number;
  photos: Photos;
}

/** Takes photos for a form: chosen, on their way, failed and sent again, taken off and put back. */
export function PhotoPicker({ id, label, hint, most, photos }: PhotoPickerProps) {
  const previews = photos.photos.flatMap(({ preview }) => (preview ? [preview] : []));
  const look = (current: string) => void Taro.previewImage({ current, urls: previews });
  return (
    <View className="photo-picker" id={id}>
      <View className="photo-picker__head">
        <Text>{label}</Text>
        <Text className="photo-picker__count">{`${photos.photos.length}/${most}`}</Text>
      </View>
      <View className="photo-picker__tiles">
        {photos.photos.map((photo, index) => (
          <Tile
            key={photo.photoId}
            id={`${id}-${index + 1}`}
            photo={photo}
            onLook={() => look(photo.preview)}
            onRetry={() => photos.retry(photo.photoId)}
            onRemove={() => photos.remove(photo.photoId)}
          />
        ))}
        {photos.photos.length < most ? (
          <View
            id={`${id}-add`}
            className="photo-picker__tile photo-picker__add"
            {...asButton(() => void photos.add(), '添加照片')}
          >
            <Text className="photo-picker__plus">＋</Text>
            <Text>添加照片</Text>
          </View>
        ) : null}
      </View>
      {photos.removed ? (
        <View className="photo-picker__undo">
          <Text>已移除一张照片</Text>
          <Button id={`${id}-undo`} label="撤销" look="text" size="small" onPress={photos.undo} />
        </View>
      ) : null}
      {hint ? <Text className="photo-picker__hint">{hint}</Text> : null}
    </View>
  );
}

interface TileProps {
  id: string;
  photo: UploadingPhoto;
  onLook: () => void;
  onRetry: () => void;
  onRemove: () => void;
}

function Tile({ id, photo, onLook, onRetry, onRemove }: TileProps) {
  const { state, preview, percent, problem } = photo;
  return (
    <View className="photo-picker__cell">
      <View
        id={id}
        className="photo-picker__tile"
        data-state={state}
        {...asButton(state === 'failed' ? onRetry : onLook, state === 'failed' ? '重新上传' : '查看照片')}
      >
        {preview ? <Image className="photo-picker__picture" src={preview} mode="aspectFill" /> : null}
        {state === 'sending' ? <Text className="photo-picker__veil">{`${percent}%`}</Text> : null}
        {state === 'failed' ? <Text className="photo-picker__veil">点按重试</Text> : null}
      </View>
      {state === 'failed' ? <Text className="photo-picker__problem">{problem}</Text> : null}
      <Button id={`${id}-remove`} label="移除" look="text" size="small" onPress={onRemove} />
    </View>
  );
}

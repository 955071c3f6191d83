import type { PickedPhoto } from './picked-photo';

/** Larger is not kept, so nobody waits for it to be sent. */
const sideMax = 2_000;
const quality = 0.85;

const onlyBase64 = (dataUrl: string) => dataUrl.slice(dataUrl.indexOf(',') + 1);

function asDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('a file that cannot be read'));
    reader.readAsDataURL(file);
  });
}

/** Upright and small enough to send; what this browser cannot draw goes as it is, and the server says what it is. */
async function made(file: File): Promise<PickedPhoto> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, sideMax / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('nothing to draw on');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const preview = canvas.toDataURL('image/jpeg', quality);
    return { preview, base64: () => Promise.resolve(onlyBase64(preview)) };
  } catch {
    return { preview: '', base64: async () => onlyBase64(await asDataUrl(file)) };
  }
}

/** Lets somebody take or choose up to so many photos; none when they change their mind. */
export function pickPhotos(most: number): Promise<readonly PickedPhoto[]> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png,image/webp';
    input.multiple = most > 1;
    input.onchange = () => {
      const files = Array.from(input.files ?? []).slice(0, most);
      Promise.all(files.map(made)).then(resolve, reject);
    };
    input.oncancel = () => resolve([]);
    input.click();
  });
}

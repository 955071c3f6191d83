import type { PickedSheet } from './picked-sheet';

export type { PickedSheet } from './picked-sheet';

/** Whether files can be chosen here. */
export const canPickSheet = true;

const kept = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const pickedOf = (file: File): PickedSheet => ({
  bytes: file.size,
  base64: () =>
    new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => {
        const address = String(reader.result);
        resolve(address.slice(address.indexOf(',') + 1));
      };
      reader.onerror = () => reject(reader.error ?? new Error('a file that cannot be read'));
      reader.readAsDataURL(file);
    }),
});

/** Lets somebody choose a workbook or a CSV file; null when they change their mind. */
export function pickSheet(): Promise<PickedSheet | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.xlsx,.csv,.txt';
    input.onchange = () => {
      const [file] = Array.from(input.files ?? []);
      resolve(file ? pickedOf(file) : null);
    };
    input.oncancel = () => resolve(null);
    input.click();
  });
}

/** Tells of a file that is dropped on the page, which the browser would open otherwise. Returns how to stop. */
export function watchDrop(tell: (sheet: PickedSheet) => void) {
  const hold = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const [file] = Array.from(event.dataTransfer?.files ?? []);
    if (!file) return;
    event.preventDefault();
    tell(pickedOf(file));
  };
  document.addEventListener('dragover', hold);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', hold);
    document.removeEventListener('drop', drop);
  };
}

/** Hands a workbook to the browser to keep. */
export function saveSheet(fileName: string, base64: string) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: kept }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken it by the next turn at the latest.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

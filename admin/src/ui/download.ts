import { dayOf } from './format';

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Hands a file to the person, its name with today's day. */
export function download(name: string, ending: keyof typeof types, content: BlobPart) {
  saveFile(`${name}-${dayOf(new Date())}.${ending}`, types[ending], content);
}

/** Hands a file to the person under this name. */
export function saveFile(fileName: string, type: string, content: BlobPart) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

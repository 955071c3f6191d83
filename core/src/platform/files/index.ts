export type { FileKey, FileStore } from './file-store';
export { folderStore } from './folder-store';

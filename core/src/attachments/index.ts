export { attachmentBooks } from './check-books';
export { photoLimits } from './limits';
export { linkTo, type PhotoLink } from './link-service';
export { type Photo, type PhotoPurpose, photoPurposes, type PhotoSize, type PictureMime } from './model';
export { attachmentService } from './service';
export { attachmentTables } from './tables';
export type { AddPhotoPart, Upload } from './upload-service';
export { loadPhotosOf, type PhotoUse, releasePhotos, usePhotos } from './use-service';

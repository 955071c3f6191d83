import type { Platform } from '../platform';
import { announcementDeskService } from './desk-service';
import { announcementShopService } from './shop-service';

/** 公告: what HQ and distributors tell their channel. */
export const announcementService = (platform: Platform) => ({
  ...announcementDeskService(platform),
  ...announcementShopService(platform),
});

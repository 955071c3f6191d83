import type { Platform } from '../platform';
import { editGoodsService } from './edit-goods-service';
import { editPricesService } from './edit-prices-service';
import { explainService } from './explain-service';
import { goodsService } from './goods-service';
import { ladderService } from './ladder-service';
import { picturesService } from './pictures-service';
import { previewPricesService } from './preview-prices-service';
import { rulesService } from './rules-service';

/** The catalogue: the range, its prices, and how it may be ordered. */
export function catalogService(platform: Pick<Platform, 'database' | 'newId'>) {
  return {
    ...goodsService(platform.database),
    ...explainService(platform.database),
    ...editGoodsService(platform.database),
    ...editPricesService(platform),
    ...previewPricesService(platform.database),
    ...picturesService(platform.database),
    ...rulesService(platform),
    ...ladderService(platform),
  };
}

import { filePart, readByPost, type RecordingsOf, theOnlyOne } from './recording';

export const attachmentsRecordings: RecordingsOf<'attachments'> = { addPart: filePart };

export const catalogRecordings: RecordingsOf<'catalog'> = {
  putBrand: ({ brandId }) => brandId,
  putCategory: ({ category }) => category,
  putSku: ({ skuId }) => skuId,
  setSkuStatus: ({ skuId }) => skuId,
  putPictures: ({ skuId }) => skuId,
  putPriceList: ({ priceListId }, answer) => priceListId ?? answer?.priceListId,
  putPriceLines: ({ priceListId }) => priceListId,
  previewPriceLines: readByPost,
  putCustomerGroup: ({ groupId }, answer) => groupId ?? answer?.groupId,
  putPriceLadder: ({ skuId }) => skuId,
  putOrderingRule: ({ ruleId }, answer) => ruleId ?? answer?.ruleId,
  putSubstitutes: ({ skuId }) => skuId,
};

export const stockRecordings: RecordingsOf<'stock'> = {
  receive: ({ receiptId }) => receiptId,
  moveQuality: ({ lotId }) => lotId,
  destroy: ({ lotId }) => lotId,
  adjust: ({ lotId }) => lotId,
  dispatchTransfer: ({ transferId }) => transferId,
  receiveTransfer: ({ transferId }) => transferId,
  openCount: ({ sheetId }) => sheetId,
  enterCounts: ({ sheetId }) => sheetId,
  confirmCount: ({ sheetId }) => sheetId,
  cancelCount: ({ sheetId }) => sheetId,
  putInbound: ({ inboundId }) => inboundId,
  confirmInbound: ({ inboundId }) => inboundId,
  cancelInbound: ({ inboundId }) => inboundId,
  receiveInbound: ({ inboundId }) => inboundId,
  addLifeRule: ({ ruleId }) => ruleId,
  removeLifeRule: ({ ruleId }) => ruleId,
  setBuffer: ({ skuId, warehouseId }) => `${skuId}/${warehouseId ?? '*'}`,
  setQuota: ({ skuId, channel }) => `${skuId}/${channel}`,
  setMarkdowns: theOnlyOne,
  handleAlert: ({ alertId }) => alertId,
  openRecall: ({ recallId }) => recallId,
  noteRecall: ({ recallId }) => recallId,
  closeRecall: ({ recallId }) => recallId,
};

export const poolRecordings: RecordingsOf<'pool'> = {
  propose: (_, answer) => answer?.agreementId,
  accept: ({ agreementId }) => agreementId,
  decline: ({ agreementId }) => agreementId,
  end: ({ agreementId }) => agreementId,
  borrow: ({ orderId }) => orderId,
  takeBack: ({ borrowId }) => borrowId,
  lend: ({ borrowId }) => borrowId,
  fairShare: readByPost,
  setShortagePolicy: ({ buyerId, skuId }) => `${buyerId}/${skuId}`,
  removeShortagePolicy: ({ buyerId, skuId }) => `${buyerId}/${skuId}`,
  setShareTerms: ({ buyerId, channel }) => `${buyerId}/${channel}`,
  removeShareTerms: ({ buyerId, channel }) => `${buyerId}/${channel}`,
  setWarehouse: ({ warehouseId }) => warehouseId,
  setContractWarehouse: ({ buyerId }) => buyerId,
};

export const exchangeRecordings: RecordingsOf<'exchange'> = {
  begin: ({ importId }) => importId,
  addPart: filePart,
  confirm: ({ importId }) => importId,
  cancel: ({ importId }) => importId,
  readOrderSheet: readByPost,
};

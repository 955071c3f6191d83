import { hotPath, ownReading, readByPost, type RecordingsOf, theOnlyOne } from './recording';

export const ordersRecordings: RecordingsOf<'orders'> = {
  quote: readByPost,
  place: hotPath,
  putAuditPolicy: theOnlyOne,
  replayAuditPolicy: readByPost,
  cancel: ({ orderId }) => orderId,
  approve: ({ orderId }) => orderId,
  previewApprove: readByPost,
  reject: ({ orderId }) => orderId,
  ship: ({ orderId }) => orderId,
  sign: ({ orderId }) => orderId,
  edit: ({ orderId }) => orderId,
  previewEdit: readByPost,
  reopen: ({ orderId }) => orderId,
  shortClose: ({ orderId }) => orderId,
  settle: ({ orderId }) => orderId,
  setAutoSign: theOnlyOne,
};

export const listsRecordings: RecordingsOf<'lists'> = {
  saveTemplate: ({ templateId }) => templateId,
  removeTemplate: ({ templateId }) => templateId,
  fill: readByPost,
  check: readByPost,
  saveRecurring: ({ recurringId }) => recurringId,
  removeRecurring: ({ recurringId }) => recurringId,
  setHolidays: theOnlyOne,
};

export const flashRecordings: RecordingsOf<'flash'> = {
  grab: hotPath,
  create: ({ activityId }) => activityId,
  edit: ({ activityId }) => activityId,
  publish: ({ activityId }) => activityId,
  stop: ({ activityId }) => activityId,
  settle: ({ activityId }) => activityId,
};

export const afterSalesRecordings: RecordingsOf<'afterSales'> = {
  check: readByPost,
  request: ({ afterSalesId }) => afterSalesId,
  approve: ({ afterSalesId }) => afterSalesId,
  refuse: ({ afterSalesId }) => afterSalesId,
  withdraw: ({ afterSalesId }) => afterSalesId,
  receive: ({ afterSalesId }) => afterSalesId,
  payInstead: ({ afterSalesId }) => afterSalesId,
  putPolicy: theOnlyOne,
};

export const deliveryRecordings: RecordingsOf<'delivery'> = { put: theOnlyOne, preview: readByPost };

export const messagesRecordings: RecordingsOf<'messages'> = {
  read: ownReading,
  readAll: ownReading,
  consent: ownReading,
  remind: ownReading,
  retrySend: ({ sendId }) => sendId,
};

export const shippingRecordings: RecordingsOf<'shipping'> = {
  retryUpload: ({ paymentId }) => paymentId,
};

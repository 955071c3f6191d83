/** The templates of subscribe messages the stand-in knows from the start, as the product's settings file names them. */
export const templates = {
  orderApproved: {
    templateId: 'tp-order-approved',
    fields: {
      number: 'character_string1',
      amount: 'amount2',
      state: 'phrase3',
      at: 'time4',
      remark: 'thing5',
    },
  },
  orderRejected: {
    templateId: 'tp-order-rejected',
    fields: { number: 'character_string1', goods: 'thing2', state: 'phrase3', remark: 'thing4' },
  },
  orderShipped: {
    templateId: 'tp-order-shipped',
    fields: { number: 'character_string1', goods: 'thing2', at: 'time3', remark: 'thing4' },
  },
  refunded: {
    templateId: 'tp-refunded',
    fields: { amount: 'amount1', state: 'phrase2', at: 'time3', remark: 'thing4' },
  },
  afterSalesDecided: {
    templateId: 'tp-after-sales',
    fields: { number: 'character_string1', state: 'phrase2', remark: 'thing3' },
  },
  saleStarting: {
    templateId: 'tp-sale-starting',
    fields: { title: 'thing1', at: 'time2', remark: 'thing3' },
  },
} as const;

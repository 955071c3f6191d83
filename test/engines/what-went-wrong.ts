import { emit, openCore, type SqlParameter } from '@tongpan/core';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';

/**
 * The demo company in a folder, on a day when things went wrong: a job and an event were given up, WeChat took neither
 * a shipment nor a message, somebody asks for another WeChat, and a payment is to go back. Nothing of it happens by
 * itself, so it is written down before the server starts.
 */
export async function prepareTroubles(dataDir: string) {
  const place = { dataDir, databaseUrl: null, databasePool: 1, redisUrl: null, sessionDays: 14 };
  const core = await openCore(place);
  try {
    await core.loadDemoIfEmpty();
    const now = core.clock.now();
    const write = (text: string, parameters: readonly SqlParameter[]) =>
      core.database.transaction((tx) => sqlOf(tx).run(text, parameters));
    const find = async (text: string, parameters: readonly SqlParameter[] = []) => {
      const [row] = await core.database.read((tx) => sqlOf(tx).rows<{ id: string }>(text, parameters));
      return row?.id ?? '';
    };
    const hqId = await find("SELECT id FROM party WHERE kind = 'hq'");
    const ownerId = await find("SELECT id FROM user WHERE loginName = 'd01'");
    const partyId = await find("SELECT partyId AS id FROM user WHERE loginName = 'd01'");

    await core.database.transaction((tx) =>
      core.jobs.enqueue(tx, { name: 'insight.tally', key: 'browser', payload: null, runAt: now - 3_600_000 }),
    );
    await write(
      "UPDATE job SET state = 'dead', attempts = 8, finishedAt = ?, lastError = ? WHERE slotKey = 'insight.tally:browser'",
      [now, "Duplicate entry '13800138000' for key 'ux_insightShare'"],
    );
    const jobId = await find("SELECT id FROM job WHERE slotKey = 'insight.tally:browser'");

    const eventId = core.newId();
    const event = { name: 'order.balanceDue', version: 1, aggregate: 'order:BROWSER', payload: {} };
    await core.database.transaction((tx) =>
      emit(
        tx,
        [eventId, core.newId()].map((id) => ({ ...event, id, at: now - 7_200_000 })),
      ),
    );
    await write("UPDATE outboxEvent SET state = 'dead', attempts = 12, lastError = ? WHERE id = ?", [
      'messages.tell: WeChat is away',
      eventId,
    ]);

    await write(
      `INSERT INTO messageSend (id, messageId, userId, kind, openid, templateId, fields, page, state, tries, code,
         createdAt, endsAt, settledAt)
       VALUES ('SEND-1', 'NONE', ?, 'orderShipped', 'openid', 'template', '{}', '', 'failed', 1, '47003', ?, ?, ?)`,
      [ownerId, now, now, now],
    );
    await write(
      `INSERT INTO shippingUpload (paymentId, orderId, sellerId, buyerId, merchantId, transactionId, payerOpenid,
         paidFen, plan, version, state, tries, code, uploadedAt, createdAt, settledAt)
       VALUES ('PAY-1', 'NONE', ?, ?, 'm', 't', 'openid', 88800, ?, 1, 'failed', 1, '10060031', ?, ?, ?)`,
      [
        hqId,
        partyId,
        JSON.stringify({
          logistics: 'city',
          isAllDelivered: true,
          isSplit: false,
          parcels: [{ trackingNo: null, company: null, items: '大米 × 10', receiverPhone: null }],
        }),
        now,
        now,
        now,
      ],
    );
    await write(
      `INSERT INTO wechatRebinding (id, userId, partyId, app, appid, openid, device, fromOpenid, fromBoundAt, state,
         slot, askedAt, reason)
       VALUES ('REBIND-1', ?, ?, 'miniapp', 'app', 'openid-new', '手机', 'openid-old', ?, 'waiting', 'open', ?, '')`,
      [ownerId, partyId, now, now],
    );
    await write(
      `INSERT INTO paymentReturn (id, paymentId, sellerId, buyerId, amountFen, reason, state, refundId, requestedBy,
         requestedByName, requestedAt, decidedByName, note)
       VALUES ('RETURN-1', 'PAY-1', ?, ?, 12300, '多付', 'requested', '', 'SOMEBODY', '小王', ?, '', '')`,
      [hqId, partyId, now],
    );
    return { jobId, eventId };
  } finally {
    await core.close();
  }
}

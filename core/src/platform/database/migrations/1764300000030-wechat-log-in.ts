import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, integer, orNull, text } from '../columns';
import { createTable } from './create-table';

/** Who is bound to which WeChat, what waits for a decision about it, and the codes sent by text message. */
export class WechatLogIn1764300000030 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'wechatBinding', {
      columns: {
        userId: id(),
        app: text(16),
        appid: text(32),
        openid: text(64),
        unionid: orNull(text(64)),
        boundAt: big(),
        unboundAt: orNull(big()),
      },
      primary: ['userId', 'appid'],
      unique: [['appid', 'openid']],
      index: [['unionid']],
    });
    await createTable(runner, 'wechatTicket', {
      columns: {
        ticketHash: text(64),
        app: text(16),
        appid: text(32),
        openid: text(64),
        unionid: orNull(text(64)),
        expiresAt: big(),
      },
      primary: ['ticketHash'],
      index: [['expiresAt']],
    });
    await createTable(runner, 'wechatRebinding', {
      columns: {
        id: id(),
        userId: id(),
        partyId: id(),
        app: text(16),
        appid: text(32),
        openid: text(64),
        unionid: orNull(text(64)),
        device: text(100),
        state: text(16),
        slot: id(),
        askedAt: big(),
        decidedBy: orNull(id()),
        decidedAt: orNull(big()),
      },
      primary: ['id'],
      unique: [['userId', 'appid', 'slot']],
      index: [
        ['partyId', 'state', 'id'],
        ['state', 'id'],
      ],
    });
    await createTable(runner, 'logInCode', {
      columns: { userId: id(), codeHash: text(64), triesLeft: integer(), expiresAt: big() },
      primary: ['userId'],
      index: [['expiresAt']],
    });
  }

  async down(runner: QueryRunner) {
    for (const table of ['logInCode', 'wechatRebinding', 'wechatTicket', 'wechatBinding']) {
      await runner.dropTable(table);
    }
  }
}

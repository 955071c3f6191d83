import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, integer, json, orNull, text } from '../columns';
import { createTable } from './create-table';

/** Keys that parties give to programs of their own, and the addresses that are told what happens. */
export class OpenApi1764300000500 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createKeys(runner);
    await createTable(runner, 'webhook', {
      columns: {
        id: id(),
        version: integer(),
        partyId: id(),
        name: text(30),
        url: text(300),
        types: json(),
        state: text(12),
        pausedBecause: text(12),
        secret: text(64),
        formerSecret: text(64),
        formerUntil: big(),
        changedBy: text(40),
        changedAt: big(),
      },
      primary: ['id'],
      index: [['partyId', 'id']],
    });
    await createTable(runner, 'webhookPace', {
      columns: {
        webhookId: id(),
        busyUntil: big(),
        failingSince: orNull(big()),
        lastArrivedAt: orNull(big()),
      },
      primary: ['webhookId'],
    });
    await createDeliveries(runner);
  }

  async down(runner: QueryRunner) {
    for (const name of ['hookDelivery', 'webhookPace', 'webhook', 'apiKeyUse', 'apiKey']) {
      await runner.dropTable(name);
    }
  }
}

async function createKeys(runner: QueryRunner) {
  await createTable(runner, 'apiKey', {
    columns: {
      id: id(),
      partyId: id(),
      name: text(30),
      scopes: json(),
      networks: json(),
      prefix: text(16),
      tokenHash: text(64),
      createdBy: text(40),
      createdAt: big(),
      expiresAt: orNull(big()),
      revokedAt: orNull(big()),
      revokedBy: text(40),
    },
    primary: ['id'],
    unique: [['tokenHash']],
    index: [['partyId', 'id']],
  });
  await createTable(runner, 'apiKeyUse', {
    columns: { keyId: id(), lastUsedAt: big(), lastAddress: text(45) },
    primary: ['keyId'],
  });
}

async function createDeliveries(runner: QueryRunner) {
  await createTable(runner, 'hookDelivery', {
    columns: {
      id: id(),
      webhookId: id(),
      partyId: id(),
      eventId: id(),
      type: text(40),
      occurredAt: big(),
      data: json(),
      state: text(12),
      tries: integer(),
      statusCode: orNull(integer()),
      failure: text(20),
      durationMs: orNull(integer()),
      createdAt: big(),
      nextAt: big(),
      settledAt: orNull(big()),
    },
    primary: ['id'],
    unique: [['webhookId', 'eventId', 'type']],
    index: [['partyId', 'id'], ['webhookId', 'state', 'nextAt'], ['state', 'nextAt'], ['createdAt']],
  });
}

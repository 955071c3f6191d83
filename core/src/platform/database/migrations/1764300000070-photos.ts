import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, day, flag, id, integer, json, longText, orNull, text } from '../columns';
import { createTable } from './create-table';

/** Photos: what was uploaded, parts on their way, how many a day; and the pictures of goods. */
export class Photos1764300000070 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'photo', {
      columns: {
        id: id(),
        ownerId: id(),
        uploaderId: id(),
        purpose: text(16),
        state: text(8),
        sinceAt: big(),
        partHashes: json(),
        sha256: text(64),
        uploadedBytes: integer(),
        keptBytes: integer(),
        width: integer(),
        height: integer(),
        mime: text(16),
        storedOn: day(),
        fileKey: text(80),
        thumbnailKey: text(80),
        linkSecret: text(64),
        usedBy: orNull(id()),
        viewerId: orNull(id()),
        isMissing: flag(),
        createdAt: big(),
      },
      primary: ['id'],
      index: [['state', 'sinceAt', 'id'], ['usedBy'], ['storedOn', 'id']],
    });
    await createTable(runner, 'photoPart', {
      columns: {
        photoId: id(),
        partNo: integer(),
        partCount: integer(),
        ownerId: id(),
        uploaderId: id(),
        purpose: text(16),
        content: longText(),
        at: big(),
      },
      primary: ['photoId', 'partNo'],
      index: [['uploaderId', 'photoId'], ['at']],
    });
    await createTable(runner, 'photoQuota', {
      columns: { id: text(50), countedOn: day(), photos: integer() },
      primary: ['id', 'countedOn'],
      index: [['countedOn']],
    });
    await createTable(runner, 'goodsPicture', {
      columns: { skuId: id(), position: integer(), photoId: id() },
      primary: ['skuId', 'position'],
      unique: [['photoId']],
    });
  }

  async down(runner: QueryRunner) {
    for (const table of ['goodsPicture', 'photoQuota', 'photoPart', 'photo']) await runner.dropTable(table);
  }
}

import type { MigrationInterface } from 'typeorm';
import { Trunk1763800000000 } from './1763800000000-trunk';

export type MigrationClass = new () => MigrationInterface;

/** Every schema change there ever was, oldest first. A landed one is never edited. */
export const migrations: readonly MigrationClass[] = [Trunk1763800000000];

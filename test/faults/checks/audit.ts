import { checkBooks } from '@tongpan/core';
import type { House } from '../house/house';
import { sayOtherBody, sayPlacement } from '../people/buyer';
import type { Crew } from '../people/crew';
import type { Ledger } from '../people/ledger';
import { unlikeTheLedger } from './acknowledged';
import { stuck } from './stuck';
import { notWhole } from './wholeness';

/** Orders asked for again at every look; at the last one it is all that nobody answered. */
const askedAgain = 12;
const saidOtherwise = 4;

/**
 * Looks at everything while nobody works: nothing stuck, everything as acknowledged, whole or absent, the
 * books, and then what people hear when they ask again. Answers what is wrong, which is nothing.
 */
export async function audit(
  house: House,
  ledger: Ledger,
  crew: Crew,
  options: { readonly isLast: boolean },
): Promise<readonly string[]> {
  const look = async () => [
    ...(await stuck(house)),
    ...(await house.observe(async (database) => [
      ...(await notWhole(database)),
      ...(await unlikeTheLedger(database, ledger)),
      ...(await checkBooks(database)).flatMap(({ name, mismatches }) =>
        mismatches.length > 0 ? [`the books: ${name}: ${JSON.stringify(mismatches)}`] : [],
      ),
    ])),
  ];
  const wrongs = [...(await look())];
  await askAgain(ledger, crew, options.isLast);
  // What was said just now is looked at as well, once.
  if (options.isLast) wrongs.push(...(await look()));
  const ended = [...house.webs, ...house.workers].flatMap(({ accidents }) => accidents);
  return [...wrongs, ...ended.map((how) => `a process ended by itself: ${how}`), ...ledger.wrongs];
}

async function askAgain(ledger: Ledger, { auditor }: Crew, all: boolean) {
  const { luck } = auditor;
  const placements = [...ledger.placements.values()];
  const open = placements.filter(({ heard }) => heard === 'open');
  const answered = luck.shuffle(placements.filter(({ heard }) => heard === 'answered').slice(-400));
  const again = [...(all ? open : open.filter(() => luck.chance(0.5))), ...answered.slice(0, askedAgain)];
  await Promise.all(again.map((placement) => sayPlacement(auditor, placement, false)));
  await Promise.all(answered.slice(0, saidOtherwise).map((placement) => sayOtherBody(auditor, placement)));
}

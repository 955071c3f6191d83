import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import {
  addPartners,
  hashPassword,
  isRegionCode,
  openCore,
  plainParty,
  readSettings,
  regionName,
} from '@tongpan/core';

const usage = `npm run set-up -- --name 品牌名称 --region 330106 --login hq

Creates HQ and its owner in an empty installation and prints the owner's first password.`;

/** `npm run set-up`: the first party and the first person, where no demo company is wanted. */
async function main() {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, region: { type: 'string' }, login: { type: 'string' } },
  });
  const { name, region, login } = values;
  if (!name || !region || !login || !isRegionCode(region)) throw new Error(usage);
  const core = await openCore(readSettings(process.env));
  try {
    const known = await core.partners.headquarters();
    if (known) throw new Error(`This installation has an HQ already: ${known.name}`);
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await hashPassword(password);
    const partyId = core.newId();
    const createdAt = core.clock.now();
    await core.database.transaction((tx) =>
      addPartners(tx, {
        parties: [
          {
            ...plainParty,
            id: partyId,
            code: 'HQ',
            kind: 'hq',
            name,
            level: 0,
            channel: 'traditional',
            regionCode: region,
            status: 'active',
            orderMinimumFen: 0,
            minimumLifeBp: null,
            createdAt,
          },
        ],
        users: [
          {
            id: core.newId(),
            partyId,
            loginName: login,
            name: login,
            passwordHash,
            roles: ['owner'],
            status: 'active',
            mustChangePassword: true,
            createdAt,
          },
        ],
      }),
    );
    process.stdout.write(`${name}（${regionName(region)}）\n  login     ${login}\n  password  ${password}\n`);
    process.stdout.write('Change it after the first log-in. It is shown only now.\n');
  } finally {
    await core.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});

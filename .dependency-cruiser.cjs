/** The floors of the house, ground floor first. A domain that is not here has no place yet. */
const floors = [
  ['platform'],
  ['attachments'],
  ['catalog', 'partners', 'territory'],
  ['promotions', 'stock', 'credit', 'risk', 'payments'],
  ['orders'],
  ['audit-log', 'insight', 'planning', 'exchange', 'messages', 'announcements', 'open-api'],
];
const domains = floors.slice(1).flat();
const oneOf = (names) => `(?:${names.join('|')})`;
const test = '[.]test[.]tsx?$';
const builder = '(?:^|/)testing[.]ts$';
/** Rooms of a domain that may touch the outside: everything else decides and is pure. */
const roomNames = '(?:index|service|store|tables|testing|check-books)[.]ts$';
const rooms = [`/${roomNames}`, '-(?:service|store|tables)[.]ts$'];
/** The adapter of a port speaks the protocol of somebody outside, with keys, clocks and the network. */
const adapters = '^core/src/payments/wechat/';
const pureRooms = { path: `^core/src/(${domains.join('|')})/`, pathNot: [...rooms, adapters, test] };
const front = '^(?:miniapp|admin)/src/';

const floorRules = floors.map((floor, index) => ({
  name: `floor-${index + 1}-looks-down`,
  comment:
    `Floor ${index + 1} (${floor.join(', ')}) imports only from floors below it. What joins domains of one floor ` +
    'is orchestrated by `orders` above them, so a rule can be read and changed without knowing who uses it.',
  severity: 'error',
  from: { path: `^core/src/(${floor.join('|')})/` },
  to: { path: '^core/src/', pathNot: `^core/src/(?:${['$1', ...floors.slice(0, index).flat()].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: 'known-rooms',
      comment:
        'core/src holds the domains of the plan, index.ts and what it puts together (books, cashier, doors, mail), and demo. A new domain is given its floor here first, ' +
        'or no rule would watch it.',
      severity: 'error',
      from: {
        path: '^core/src/',
        pathNot: `^core/src/(?:${oneOf(floors.flat())}/|demo/|(?:index|books|wechat-(?:cashier|doors|mail|outside))[.]ts$)`,
      },
      to: {},
    },
    {
      name: 'domains-meet-at-their-face',
      comment:
        "Only another domain's index.ts is imported, by domains, by the server and by tools, so what lies behind it can " +
        'change without asking anybody. Tests may also take its builders (testing.ts).',
      severity: 'error',
      from: { path: ['^core/src/([^/]+)/', '^(?!core/)'], pathNot: `${test}|${builder}|^test/` },
      to: { path: `^core/src/${oneOf(domains)}/`, pathNot: '^core/src/(?:$1/|[^/]+/(?:index|rules)[.]ts$)' },
    },
    {
      name: 'the-top-meets-faces',
      comment:
        'index.ts, books.ts and demo put the domains together and see of each only its face; index.ts gathers the tables ' +
        'and books.ts the books checks as well.',
      severity: 'error',
      from: { path: '^core/src/(?:index|books)[.]ts$|^core/src/demo/', pathNot: test },
      to: {
        path: `^core/src/${oneOf(domains)}/`,
        pathNot: '^core/src/[^/]+/(?:index|tables|check-books)[.]ts$',
      },
    },
    {
      name: 'tests-take-faces-and-builders',
      comment:
        'A test sees another domain as everybody does, by its face, and takes its builders; no more, or it pins what is inside.',
      severity: 'error',
      from: { path: `^core/src/([^/]+)/.*(?:${test}|/testing[.]ts$)|^core/src/([^/]+)/testing[.]ts$` },
      to: {
        path: `^core/src/${oneOf(domains)}/`,
        pathNot: '^core/src/(?:$1/|$2/|[^/]+/(?:index|testing)[.]ts$)',
      },
    },
    {
      name: 'builders-stay-in-tests',
      comment: 'testing.ts fills in what does not matter to a test. In the product everything matters.',
      severity: 'error',
      from: { pathNot: `${test}|${builder}|^test/` },
      to: { path: builder },
    },
    {
      name: 'pure-rooms-take-their-like',
      comment:
        'A decision is values in, values out: of its own domain it imports what is pure like itself, so it is tested by ' +
        'the thousand without a database and runs in the shop, in jobs and in simulations.',
      severity: 'error',
      from: pureRooms,
      to: {
        path: [
          `^core/src/$1/${roomNames}`,
          `^core/src/$1/.+/${roomNames}`,
          '^core/src/$1/.+-(?:service|store|tables)[.]ts$',
          adapters,
        ],
      },
    },
    {
      name: 'pure-rooms-take-rules-of-others',
      comment:
        'A decision uses the decisions of the domains below by their rules.ts, and their nouns as types of their index.ts; ' +
        "it calls nobody's service and so nobody's database.",
      severity: 'error',
      from: pureRooms,
      to: {
        path: `^core/src/${oneOf(domains)}/`,
        pathNot: '^core/src/(?:$1/|[^/]+/rules[.]ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-rooms-take-words-of-the-platform',
      comment:
        'From the platform a decision takes clock, ids, money, regions, refusals, caller and collect: words and arithmetic, no ' +
        'engine. Types alone may also come through its index.ts, whose values would load the database driver.',
      severity: 'error',
      from: pureRooms,
      to: {
        path: '^core/src/platform/',
        pathNot:
          '^core/src/platform/(?:clock|ids|money|regions|refusals|caller|collect|books|index|database/case-by-id|outbox/event)[.]ts$',
      },
    },
    {
      name: 'pure-rooms-load-no-engine',
      comment:
        'The index.ts of the platform loads engines; a decision imports values from clock, money and their like directly.',
      severity: 'error',
      from: pureRooms,
      to: { path: '^core/src/platform/index[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-rooms-take-no-packages',
      comment:
        'A package may read files, clocks and the network. A decision that needs one is handed its result by the service. A table of names (@vant/area-data) is data.',
      severity: 'error',
      from: pureRooms,
      to: { pathNot: '^core/src/|node_modules/@vant/area-data/' },
    },
    {
      name: 'one-door-to-the-database',
      comment:
        'sqlOf opens the statements of a transaction. Only stores and books checks call it (and the suite that tests the ' +
        'port itself), so queries are found in one room and every write there is guarded.',
      severity: 'error',
      from: {
        path: '^(?:core|bff|mock|scripts|test)/',
        pathNot:
          '^core/src/platform/|(?:^|/)(?:store|[^/]+-store|check-books)[.]ts$|^core/src/books[.]ts$|^test/(?:adapters|engines|api|faults)/',
      },
      to: { path: '^core/src/platform/database/sql[.]ts$' },
    },
    {
      name: 'the-door-has-one-handle',
      comment:
        'sqlOf passed on by an index.ts would be open to everybody, and no rule could tell who opens it.',
      severity: 'error',
      from: {
        path: '^core/src/platform/index[.]ts$|^core/src/platform/.+/index[.]ts$|^core/src/index[.]ts$',
      },
      to: { path: '^core/src/platform/database/sql[.]ts$' },
    },
    {
      name: 'typeorm-stays-on-the-ground',
      comment:
        'TypeORM is a detail of the platform; domains only declare their tables with it, and the suite of the database port makes tables of its own. Replacing it must not touch a rule.',
      severity: 'error',
      from: {
        pathNot:
          '^core/src/platform/|^core/src/[^/]+/(?:tables|[^/]+-tables)[.]ts$|^test/(?:adapters|engines)/|^node_modules/',
      },
      to: { path: 'node_modules/typeorm/|^typeorm$' },
    },
    {
      name: 'core-knows-no-http',
      comment: 'No HTTP lives in core: the same services are called by routes, jobs, tools and tests.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        path: '^(?:bff|miniapp|admin)/|node_modules/(?:koa|@koa|koa-[^/]+|raw-body)/|^(?:node:)?https?$',
      },
    },
    {
      name: 'contract-sees-only-zod',
      comment:
        'The contract is what both sides agree on. It imports zod and its like, so no rule or route can leak into the wire.',
      severity: 'error',
      from: { path: '^bff/src/contract/', pathNot: test },
      to: { pathNot: '^bff/src/contract/|node_modules/zod/' },
    },
    {
      name: 'endpoints-import-nothing',
      comment: 'Clients ship the endpoint table: about 1 kB, as long as it imports nothing.',
      severity: 'error',
      from: { path: '^bff/src/contract/endpoints[.]ts$' },
      to: {},
    },
    {
      name: 'client-ships-endpoints-alone',
      comment:
        'At run time the client imports the endpoint table and nothing else, which keeps zod (90–450 kB) out of the fronts.',
      severity: 'error',
      from: { path: '^bff/src/client[.]ts$' },
      to: { pathNot: '^bff/src/contract/endpoints[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'screens-see-contract-and-client',
      comment:
        'A screen imports of the server its client and the endpoint table; prices and permissions come over the wire.',
      severity: 'error',
      from: { path: front },
      to: { path: '^bff/', pathNot: '^bff/src/client[.]ts$|^bff/src/contract/' },
    },
    {
      name: 'screens-take-contract-types',
      comment: 'The schemas of the contract are types to a screen: imported as values they would ship zod.',
      severity: 'error',
      from: { path: front },
      to: {
        path: '^bff/src/contract/',
        pathNot: '^bff/src/contract/endpoints[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'screens-never-see-core',
      comment:
        'Core is rules and databases. A front that imports it would decide by itself what only the server may decide.',
      severity: 'error',
      from: { path: '^(?:miniapp|admin)/' },
      to: { path: '^core/' },
    },
    {
      name: 'fronts-are-strangers',
      comment:
        'The mini-program and the console share the contract, not screens: each is built and shipped alone.',
      severity: 'error',
      from: { path: '^(miniapp|admin)/' },
      to: { path: '^(?:miniapp|admin)/', pathNot: '^$1/' },
    },
    {
      name: 'features-are-strangers',
      comment: 'Features do not import each other; pages join them. What two need lies in ui/ or platform/.',
      severity: 'error',
      from: { path: '^(miniapp|admin)/src/features/([^/]+)/' },
      to: { path: '^$1/src/features/', pathNot: '^$1/src/features/$2/' },
    },
    {
      name: 'mock-is-reached-over-http',
      comment:
        'The stand-ins are reached over HTTP like the real thing, so going live changes settings and not code. ' +
        'The API tests start theirs beside themselves, to hand it their clock, and reach it over HTTP as well.',
      severity: 'error',
      from: { pathNot: '^(?:mock/|test/api/paying-shop[.]ts$)' },
      to: { path: '^mock/' },
    },
    {
      name: 'mock-stands-alone',
      comment: 'A stand-in that shared code with the product would share its mistakes.',
      severity: 'error',
      from: { path: '^mock/' },
      to: { path: '^(?:core|bff|miniapp|admin|test|scripts)/' },
    },
    {
      name: 'nothing-leans-on-tests',
      comment:
        'What crosses packages is tested in test/; nothing that ships, and no other test, may depend on it.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: `^test/|${test}` },
    },
    {
      name: 'no-circles',
      comment: 'In a circle no file can be read, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'found',
      comment: 'An import that leads nowhere here breaks at run time, and escapes every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[.](?:css|scss|png|svg)$' },
    },
    {
      name: 'declared',
      comment:
        'A package is declared by the workspace that uses it (or by the root), or it is there only by luck.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[^/]+/dist/' },
    combinedDependencies: true,
    // Types count: a rule about what a file knows is broken by `import type` too, unless it says otherwise.
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: '.dependency-cruiser.resolve.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};

import { type Due, eachDue } from './each-due';

const dues = Array.from({ length: 250 }, (_, at): Due => ({ id: `O${at}`, dueAt: 1 + Math.floor(at / 7) }));
const pageOf = async (after: Due, limit: number) => {
  const from = dues.findIndex(({ id }) => id === after.id) + 1;
  return dues.slice(from, from + limit);
};

it('does all that is due once, and lets none that fails hold up another', async () => {
  const done: string[] = [];
  const warnings: unknown[] = [];

  const count = await eachDue(
    { warn: (fields: unknown) => void warnings.push(fields) },
    'still there',
    pageOf,
    async (id) => {
      if (id === 'O0' || id === 'O120') throw new Error('broken');
      done.push(id);
    },
  );

  expect(count).toBe(248);
  expect(new Set(done).size).toBe(248);
  expect(warnings).toMatchObject([{ orderId: 'O0' }, { orderId: 'O120' }]);
});

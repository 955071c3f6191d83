import { judgeVouch, type PhoneFacts } from './judge-vouch';

const contactPhone = '13800001000';
const facts: PhoneFacts = { contactPhone, ownerCount: 1, verifiedPhone: null };

it.each<[string, Partial<PhoneFacts>, string]>([
  ['lets a supplier vouch for the mobile of a lone owner', {}, 'mayVouch'],
  ['has nothing left to vouch for', { verifiedPhone: contactPhone }, 'isIt'],
  ['leaves alone what the owner has proved', { verifiedPhone: '13900002000' }, 'hasOther'],
  ['sends no code to a landline', { contactPhone: '0571-88888888' }, 'noMobile'],
  ['finds nobody', { ownerCount: 0 }, 'noOwner'],
  ['does not say which of two', { ownerCount: 2 }, 'manyOwners'],
])('%s', (_rule, given, expected) => expect(judgeVouch({ ...facts, ...given })).toBe(expected));

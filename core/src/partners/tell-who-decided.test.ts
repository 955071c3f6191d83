import type { Review } from './application';
import { tellWhoDecided } from './tell-who-decided';

const aReview = (given: Partial<Review> = {}): Review => ({
  desk: 'hq',
  answer: 'approves',
  userId: 'user',
  note: '',
  submissionNo: 1,
  at: 0,
  ...given,
});
const nameOf = () => '林总监';

it('names who decided at one’s own desk, and the desk alone elsewhere', () => {
  const application = { submissionNo: 1, reviews: [aReview({ answer: 'rejects' })] };

  expect(tellWhoDecided(application, 'hq', nameOf)).toBe('林总监已驳回');
  expect(tellWhoDecided(application, 'seller', nameOf)).toBe('总部已驳回');
});

it('tells of the last answer', () => {
  const reviews = [aReview({ desk: 'seller' }), aReview({ answer: 'rejects' })];

  expect(tellWhoDecided({ submissionNo: 1, reviews }, 'hq', nameOf)).toBe('林总监已驳回');
});

it('says the desk where a name is not known any more', () => {
  const application = { submissionNo: 1, reviews: [aReview({ desk: 'seller' })] };

  expect(tellWhoDecided(application, 'seller', () => '')).toBe('供货商已同意');
});

it('tells nothing of answers to an earlier form', () => {
  const application = { submissionNo: 2, reviews: [aReview({ answer: 'rejects' })] };

  expect(tellWhoDecided(application, 'hq', nameOf)).toBe('');
});

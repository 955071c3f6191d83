import type { Application, Review, ReviewDesk } from './application';

const deskWords: Readonly<Record<ReviewDesk, string>> = { seller: '供货商', hq: '总部' };
const answerWords: Readonly<Record<Review['answer'], string>> = { approves: '同意', rejects: '驳回' };

/**
 * What somebody reads whose turn it is no more: who has answered, by name at one's own desk and as the desk elsewhere.
 * Empty where nobody has, as for a form that was handed in again.
 */
export function tellWhoDecided(
  { reviews, submissionNo }: Pick<Application, 'reviews' | 'submissionNo'>,
  desk: ReviewDesk,
  nameOf: (userId: string) => string,
): string {
  const last = reviews.findLast((review) => review.submissionNo === submissionNo);
  if (!last) return '';
  const name = last.desk === desk ? nameOf(last.userId) : '';
  return `${name || deskWords[last.desk]}已${answerWords[last.answer]}`;
}

import { flashBooks } from './flash/check-books';
import type { BookCheck } from '../platform';

/** The books of promotions. */
export const promotionBooks: readonly BookCheck[] = [...flashBooks];

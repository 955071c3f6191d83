export { answerOnce, type Command } from './answer-once';
export { hashOf } from './hash';

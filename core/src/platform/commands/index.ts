export { answerOnce, type Command } from './answer-once';
export { commandsOver } from './commands-over';
export { hashOf } from './hash';

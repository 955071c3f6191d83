export { withCheckDigit } from './goods';
export { demoAccounts, demoPassword, loadDemo } from './load-demo';
export { playDemo } from './play-demo';

export { withCheckDigit } from './goods';
export { demoAccounts, demoHeadquartersId, demoPassword, loadDemo } from './load-demo';
export { playDemo } from './play-demo';

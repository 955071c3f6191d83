export { withCheckDigit } from './goods';
export { demoAccounts, demoHeadquartersId, type DemoOptions, demoPassword, loadDemo } from './load-demo';
export { playDemo } from './play-demo';

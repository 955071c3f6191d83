/** The decisions of credit, without the service: what other domains' decisions and screens may use. */
export { accountKey } from './model';
export { prepaidHoldFen, roomFen } from './prepaid-hold';
export { assessCredit, availableFen, exposureFen, mayShip } from './assess-credit';
export { forbiddenBy, ladderOn, ladderStep } from './ladder';
export { severityOf } from './ladder-step';
export { payToFree } from './pay-to-free';
export { dueOn, termsAllow, termsOn } from './terms';

/** The decisions of credit, without the service: what other domains' decisions and screens may use. */
export { accountKey } from './model';
export { assessCredit, assessOverdue, availableFen, exposureFen } from './assess-credit';
